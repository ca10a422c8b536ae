// title: How many statements of each standing
// why: what a person has looked at, against what the machine proposed
// param limit: integer = 100
// returns: review, count
// view: table
MATCH (s:Statement)
WITH s.review AS review, count(*) AS many
RETURN review, many AS count
ORDER BY review
LIMIT $limit
