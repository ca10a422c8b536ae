// title: Things of the whole graph
// why: exports and measures; passages and judgements are no things
// param limit: integer = 100000
// returns: id, labels, properties
// view: graph
MATCH (n:Entity|Statement|Document)
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
LIMIT $limit
