// title: Links that rest on words of one document
// why: the reader; a person and a case are joined by an assessment alone
// param id: id
// param limit: integer = 100000
// returns: id, type, properties, source, target
// view: table
MATCH (d:Document {id: $id})-[:MENTIONS]->(n:Entity)-[l]->(o:Entity)
WHERE any(passage IN coalesce(l.passages, []) WHERE passage STARTS WITH $id + '#')
  AND coalesce(l.review, 'proposed') <> 'rejected'
  AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
RETURN DISTINCT l.id AS id,
       type(l) AS type,
       properties(l) AS properties,
       n.id AS source,
       o.id AS target
ORDER BY type, id
LIMIT $limit
