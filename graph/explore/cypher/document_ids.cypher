// title: Ids of documents, the newest first
// why: a stretch of the list; those without a date come last
// param offset: integer = 0
// param limit: integer = 100
// returns: id
// view: table
MATCH (d:Document)
WITH d.id AS id, d.published AS published, coalesce(d.title, d.name) AS title
RETURN id
ORDER BY published IS NULL, published DESC, title, id
SKIP $offset
LIMIT $limit
