// title: Entities with their counts
// why: lists of people, bodies, reports and the rest
// param labels: list
// param offset: integer = 0
// param limit: integer = 100
// returns: id, labels, name, anonymous, protected, made, about, links, documents
// view: table
MATCH (n:Entity)
WHERE any(label IN labels(n) WHERE label IN $labels)
WITH n
ORDER BY toLower(n.name), n.id
SKIP $offset
LIMIT $limit
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected,
       COUNT {
         MATCH (s:Statement)-[:MADE_BY]->(n)
         WHERE s.review <> 'rejected'
         RETURN DISTINCT s
       } AS made,
       COUNT {
         MATCH (s:Statement)-[l:ABOUT]->(n)
         WHERE s.review <> 'rejected' AND l.review <> 'rejected'
         RETURN DISTINCT s
       } AS about,
       COUNT {
         MATCH (n)-[l]-(o:Entity)
         WHERE coalesce(l.review, 'proposed') <> 'rejected'
           AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
         RETURN l
       } AS links,
       COUNT { (:Document)-[:MENTIONS]->(n) } AS documents
ORDER BY toLower(name), id
LIMIT $limit
