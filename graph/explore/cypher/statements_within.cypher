// title: Ids of the statements that stand in another
// why: a statement's page
// param id: id
// param limit: integer = 100000
// returns: id
// view: table
MATCH (s:Statement)-[:WITHIN]->(o:Statement {id: $id})
WHERE s.review <> 'rejected'
RETURN DISTINCT s.id AS id
ORDER BY id
LIMIT $limit
