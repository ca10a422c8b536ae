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
       COUNT { (:Statement)-[:MADE_BY]->(n) } AS made,
       COUNT { (:Statement)-[:ABOUT]->(n) } AS about,
       COUNT { (n)-[]-(:Entity) } AS links,
       COUNT { (:Document)-[:MENTIONS]->(n) } AS documents
ORDER BY toLower(name), id
LIMIT $limit
