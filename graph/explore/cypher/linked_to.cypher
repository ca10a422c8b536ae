// title: What things are linked to, by type of link
// why: neighbours to draw, the first `most` of them; a statement and its document join
// param ids: list
// param most: integer
// param limit: integer = 100000
// returns: type, label, others
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement|Document)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
    AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
  RETURN type(l) AS type, [label IN labels(o) WHERE label <> 'Entity'][0] AS label, o.id AS other
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
  RETURN type(l) AS type, [label IN labels(o) WHERE label <> 'Entity'][0] AS label, o.id AS other
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
  RETURN type(l) AS type, [label IN labels(o) WHERE label <> 'Entity'][0] AS label, o.id AS other
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN 'STATED_IN' AS type, [label IN labels(o) WHERE label <> 'Entity'][0] AS label, o.id AS other
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(o:Statement)
  WHERE coalesce(o.review, 'proposed') <> 'rejected'
  RETURN 'STATED_IN' AS type, [label IN labels(o) WHERE label <> 'Entity'][0] AS label, o.id AS other
}
WITH DISTINCT type, label, other
ORDER BY type, other
LIMIT $most
WITH type, label, collect(other) AS others
RETURN type, label, others
ORDER BY type, label
LIMIT $limit
