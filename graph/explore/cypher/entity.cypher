// title: One entity
// why: the head of its page
// param id: id
// param limit: integer = 1
// returns: id, labels, name, anonymous, protected, aliases, reference, url, published, joined_names, joined_methods, joined_why, made, about, documents
// view: table
MATCH (n:Entity {id: $id})
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected,
       coalesce(n.aliases, []) AS aliases,
       n.reference AS reference,
       n.url AS url,
       n.published AS published,
       coalesce(n.joined_names, []) AS joined_names,
       coalesce(n.joined_methods, []) AS joined_methods,
       coalesce(n.joined_why, []) AS joined_why,
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
       COUNT { (:Document)-[:MENTIONS]->(n) } AS documents
ORDER BY id
LIMIT $limit
