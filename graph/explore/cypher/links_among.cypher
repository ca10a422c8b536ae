// title: Links among things
// why: a scene; each is read from where it begins: what leads to a body is a hundred times more
// param ids: list
// param among: map
// param limit: integer = 100000
// returns: type, links
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]->(o:Entity)
  WHERE $among[o.id]
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND (coalesce(n.review, 'proposed') <> 'rejected' OR coalesce(o.review, 'proposed') <> 'rejected')
    AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
  RETURN type(l) AS type,
         [l.id, id, o.id, size(coalesce(l.passages, [])),
          coalesce(l.review, n.review, o.review, 'proposed'), coalesce(l.inferred, false), l.date] AS link
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]->(o:Entity|Statement)
  WHERE $among[o.id]
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND (coalesce(n.review, 'proposed') <> 'rejected' OR coalesce(o.review, 'proposed') <> 'rejected')
  RETURN type(l) AS type,
         [l.id, id, o.id, size(coalesce(l.passages, [])),
          coalesce(l.review, n.review, o.review, 'proposed'), coalesce(l.inferred, false), l.date] AS link
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]->(o:Entity)
  WHERE $among[o.id]
    AND coalesce(l.review, 'proposed') <> 'rejected'
    AND (coalesce(n.review, 'proposed') <> 'rejected' OR coalesce(o.review, 'proposed') <> 'rejected')
  RETURN type(l) AS type,
         [l.id, id, o.id, size(coalesce(l.passages, [])),
          coalesce(l.review, n.review, o.review, 'proposed'), coalesce(l.inferred, false), l.date] AS link
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  WHERE $among[o.id]
  WITH id, n, o, min(l.id) AS edge, count(l) AS parts
  RETURN 'STATED_IN' AS type,
         [edge, id, o.id, parts, coalesce(n.review, o.review, 'proposed'), false, null] AS link
}
WITH type, collect(link) AS links
RETURN type, links
ORDER BY type
LIMIT $limit
