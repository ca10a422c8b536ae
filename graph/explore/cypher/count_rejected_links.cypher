// title: How many links are rejected, themselves or with their statement
// why: the overview leaves them out of what it counts
// param limit: integer = 1
// returns: count
// view: table
CALL () {
  MATCH (:Entity)-[l]->(:Entity)
  WHERE l.review = 'rejected'
  RETURN l.id AS id
  UNION ALL
  MATCH (s:Statement)-[l:ABOUT]->(:Entity)
  WHERE s.review = 'rejected'
    OR l.review = 'rejected'
  RETURN l.id AS id
  UNION ALL
  MATCH (s:Statement)-[l:MADE_BY]->(:Entity)
  WHERE s.review = 'rejected'
  RETURN l.id AS id
  UNION ALL
  MATCH (s:Statement)-[l:WITHIN]-(:Statement)
  WHERE s.review = 'rejected'
  RETURN l.id AS id
}
WITH count(DISTINCT id) AS many
RETURN many AS count
ORDER BY count
LIMIT $limit
