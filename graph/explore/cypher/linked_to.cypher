// title: What things are linked to, by type of link
// why: neighbours to draw; a passage is no thing, so a statement and its document join
// param ids: list
// param limit: integer = 100000
// returns: other, type, label
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement|Document)
  RETURN n, o, type(l) AS type, l.review AS review
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  RETURN n, o, type(l) AS type, l.review AS review
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  RETURN n, o, type(l) AS type, l.review AS review
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN n, o, 'STATED_IN' AS type, null AS review
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(o:Statement)
  RETURN n, o, 'STATED_IN' AS type, null AS review
}
WITH n, o, type, review
WHERE coalesce(review, 'proposed') <> 'rejected'
  AND coalesce(o.review, 'proposed') <> 'rejected'
  AND (type = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
RETURN DISTINCT o.id AS other,
       type,
       [label IN labels(o) WHERE label <> 'Entity'][0] AS label
ORDER BY type, other
LIMIT $limit
