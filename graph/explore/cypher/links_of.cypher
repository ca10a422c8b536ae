// title: Links between one entity and others, the first of each type
// why: an entity's page; a person and a case are joined by an assessment alone
// param id: id
// param each: integer = 20
// param limit: integer = 100000
// returns: id, type, total, properties, source, target
// view: table
MATCH (n:Entity {id: $id})-[l]-(o:Entity)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
WITH DISTINCT l
ORDER BY l.date IS NULL, l.date, l.id
WITH type(l) AS type, count(l) AS total, collect(l)[0..$each] AS first
UNWIND first AS l
RETURN l.id AS id,
       type,
       total,
       properties(l) AS properties,
       startNode(l).id AS source,
       endNode(l).id AS target
ORDER BY type, l.date IS NULL, l.date, id
LIMIT $limit
