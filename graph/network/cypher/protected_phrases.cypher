// title: The phrases that stand for protected people
// why: an export leaves them out where they stand in a statement
// param limit: integer = 100000
// returns: name
// view: table
MATCH (p:Person)
WHERE coalesce(p.protected, false)
RETURN DISTINCT p.name AS name
ORDER BY name
LIMIT $limit
