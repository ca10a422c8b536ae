// title: How many links of which type lead to which kind
// why: degrees in a scene, and what may be added to it
// param ids: list
// param limit: integer = 100000
// returns: id, type, label, links, things
// view: table
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement|Document)
  RETURN n, l, o, null AS stated
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  RETURN n, l, o, null AS stated
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  RETURN n, l, o, null AS stated
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN n, null AS l, o, min(l.id) AS stated
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[l:STATED_IN]-(o:Statement)
  RETURN n, null AS l, o, min(l.id) AS stated
}
WITH n, l, o, stated
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND coalesce(o.review, 'proposed') <> 'rejected'
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
WITH n.id AS id,
     coalesce(type(l), 'STATED_IN') AS type,
     [label IN labels(o) WHERE label <> 'Entity'][0] AS label,
     coalesce(stated, l.id) AS edge,
     o.id AS other
RETURN id,
       type,
       label,
       count(DISTINCT edge) AS links,
       count(DISTINCT other) AS things
ORDER BY id, type, label
LIMIT $limit
