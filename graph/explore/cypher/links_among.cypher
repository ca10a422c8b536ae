// title: Links among things
// why: a scene; each is read from where it begins: what leads to a body is a hundred times more
// param ids: list
// param limit: integer = 100000
// returns: edge, type, source, target, spans, review, inferred, date
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]->(o:Entity)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]->(o:Entity|Statement)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]->(o:Entity)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN n, null AS l, o, min(l.id) AS stated, count(l) AS parts
}
WITH n, l, o, stated, parts
WHERE o.id IN $ids
  AND coalesce(l.review, 'proposed') <> 'rejected'
  AND (coalesce(n.review, 'proposed') <> 'rejected' OR coalesce(o.review, 'proposed') <> 'rejected')
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
RETURN coalesce(stated, l.id) AS edge,
       coalesce(type(l), 'STATED_IN') AS type,
       n.id AS source,
       o.id AS target,
       parts + size(coalesce(l.passages, [])) AS spans,
       coalesce(l.review, n.review, o.review, 'proposed') AS review,
       coalesce(l.inferred, false) AS inferred,
       l.date AS date
ORDER BY type, edge
LIMIT $limit
