// title: Links of things with their other ends
// why: neighbours, and links among things shown; a passage is no thing, so its statement and document join
// param ids: list
// param among: list
// param limit: integer = 100000
// returns: id, other, labels, protected, edge, type, source, target, spans, review, inferred, date
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement|Document)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  RETURN n, l, o, null AS stated, 0 AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN n, null AS l, o, min(l.id) AS stated, count(l) AS parts
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[l:STATED_IN]-(o:Statement)
  RETURN n, null AS l, o, min(l.id) AS stated, count(l) AS parts
}
WITH n, l, o, stated, parts
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND coalesce(o.review, 'proposed') <> 'rejected'
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
  AND (size($among) = 0 OR o.id IN $among)
RETURN n.id AS id,
       o.id AS other,
       labels(o) AS labels,
       coalesce(o.protected, false) AS protected,
       coalesce(stated, l.id) AS edge,
       coalesce(type(l), 'STATED_IN') AS type,
       CASE WHEN l IS NULL THEN CASE WHEN n:Statement THEN n.id ELSE o.id END
            ELSE startNode(l).id END AS source,
       CASE WHEN l IS NULL THEN CASE WHEN n:Statement THEN o.id ELSE n.id END
            ELSE endNode(l).id END AS target,
       parts + size(coalesce(l.passages, [])) AS spans,
       coalesce(l.review, n.review, o.review, 'proposed') AS review,
       coalesce(l.inferred, false) AS inferred,
       l.date AS date
ORDER BY type, other, edge, id
LIMIT $limit
