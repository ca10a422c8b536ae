// title: Things that bear one of these names
// why: an answer names things by their names, and a part of the graph needs the things
// param names: list
// param limit: integer = 100000
// returns: id, name
// view: table
MATCH (n:Entity|Document)
WHERE n.name IN $names
RETURN n.id AS id, n.name AS name
ORDER BY id
LIMIT $limit
