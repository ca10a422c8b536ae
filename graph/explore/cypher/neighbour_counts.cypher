// title: How many neighbours of which kind a thing has, by type of link
// why: what may be added to a scene around it
// param ids: list
// param limit: integer = 100000
// returns: type, label, things
// view: table
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
WITH type, label, count(DISTINCT other) AS things
RETURN type, label, things
ORDER BY type, label
LIMIT $limit
