// title: How many things of each label
// why: the overview and the heads of lists
// param limit: integer = 100
// returns: label, count
// view: table
MATCH (n)
UNWIND labels(n) AS label
WITH label, count(*) AS many
RETURN label, many AS count
ORDER BY label
LIMIT $limit
