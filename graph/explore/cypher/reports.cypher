// title: Reports with publishers and addressees
// why: the list of reports
// param offset: integer = 0
// param limit: integer = 100
// returns: id, labels, name, anonymous, protected, reference, url, published, publishers, addressed_to
// view: table
MATCH (n:Report)
WITH n
ORDER BY toLower(n.name), n.id
SKIP $offset
LIMIT $limit
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected,
       n.reference AS reference,
       n.url AS url,
       n.published AS published,
       COLLECT {
         MATCH (w)-[l:PUBLISHED]->(n)
         WHERE coalesce(l.review, 'proposed') <> 'rejected'
         RETURN DISTINCT w.id AS id
         ORDER BY id
       } AS publishers,
       COLLECT {
         MATCH (n)-[l:ADDRESSED_TO]->(w)
         WHERE coalesce(l.review, 'proposed') <> 'rejected'
         RETURN DISTINCT w.id AS id
         ORDER BY id
       } AS addressed_to
ORDER BY toLower(name), id
LIMIT $limit
