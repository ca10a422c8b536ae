// title: Ids of the statements about one thing
// why: an entity's page
// param id: id
// param limit: integer = 100000
// returns: id
// view: table
MATCH (s:Statement)-[l:ABOUT]->(t:Entity {id: $id})
WHERE s.review <> 'rejected'
  AND l.review <> 'rejected'
RETURN DISTINCT s.id AS id
ORDER BY id
LIMIT $limit
