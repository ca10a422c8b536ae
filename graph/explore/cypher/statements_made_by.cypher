// title: Ids of the statements that one person or body holds
// why: an entity's page
// param id: id
// param limit: integer = 100000
// returns: id
// view: table
MATCH (s:Statement)-[:MADE_BY]->(w:Entity {id: $id})
WHERE s.review <> 'rejected'
RETURN DISTINCT s.id AS id
ORDER BY id
LIMIT $limit
