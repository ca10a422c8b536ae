// title: Links between one entity and others
// why: an entity's page; a person and a case are joined by an assessment alone
// param id: id
// param limit: integer = 100000
// returns: id, type, properties, source, target
// view: table
MATCH (n:Entity {id: $id})-[l]-(o:Entity)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
RETURN DISTINCT l.id AS id,
       type(l) AS type,
       properties(l) AS properties,
       startNode(l).id AS source,
       endNode(l).id AS target
ORDER BY type, id
LIMIT $limit
