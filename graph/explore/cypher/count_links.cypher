// title: How many links of each type
// why: the overview
// param limit: integer = 100
// returns: type, count
// view: table
MATCH ()-[l]->()
WITH type(l) AS type, count(*) AS many
RETURN type, many AS count
ORDER BY type
LIMIT $limit
