// title: The version of the graph
// why: an answer names the graph it was given by
// param limit: integer = 100
// returns: version
// view: table
MATCH (n:GraphState)
RETURN n.version AS version
ORDER BY n.id
LIMIT $limit
