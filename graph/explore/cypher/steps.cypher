// title: Steps that a way may take from things
// why: ways between two things meet no case and no protected person, documents only where asked
// param ids: list
// param reach: boolean
// param documents: boolean
// param target: id
// param limit: integer = 100000
// returns: id, others
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement)
  WHERE coalesce(n.review, 'proposed') <> 'rejected'
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
    AND NOT o:Case
    AND NOT coalesce(o.protected, false)
  RETURN id, o.id AS other
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  WHERE coalesce(n.review, 'proposed') <> 'rejected'
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
    AND NOT o:Case
    AND NOT coalesce(o.protected, false)
  RETURN id, o.id AS other
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Document)
  WHERE coalesce(n.review, 'proposed') <> 'rejected'
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND ($documents OR o.id = $target)
  RETURN id, o.id AS other
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
    AND NOT o:Case
    AND NOT coalesce(o.protected, false)
  RETURN id, o.id AS other
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Statement {id: id})-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  WHERE coalesce(n.review, 'proposed') <> 'rejected'
    AND ($documents OR o.id = $target)
  RETURN id, o.id AS other
  UNION ALL
  UNWIND CASE WHEN $reach THEN $ids ELSE [] END AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(o:Statement)
  WHERE coalesce(o.review, 'proposed') <> 'rejected'
  RETURN id, o.id AS other
}
WITH id, collect(DISTINCT other) AS others
RETURN id, others
ORDER BY id
LIMIT $limit
