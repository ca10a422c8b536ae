// title: Steps that a way may take from things
// why: ways between two things meet no case and no protected person, documents only where asked
// param ids: list
// param reach: boolean
// param documents: boolean
// param target: id
// param limit: integer = 100000
// returns: id, other
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement)
  RETURN n, o, l.review AS review
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  RETURN n, o, l.review AS review
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Document)
  RETURN n, o, l.review AS review
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  RETURN n, o, l.review AS review
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Statement {id: id})-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN n, o, null AS review
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(o:Statement)
  RETURN n, o, null AS review
}
WITH n, o, review
WHERE coalesce(review, 'proposed') <> 'rejected'
  AND coalesce(o.review, 'proposed') <> 'rejected'
  AND NOT o:Case
  AND NOT coalesce(o.protected, false)
  AND ($documents OR o.id = $target OR NOT o:Document)
RETURN DISTINCT n.id AS id, o.id AS other
ORDER BY id, other
LIMIT $limit
