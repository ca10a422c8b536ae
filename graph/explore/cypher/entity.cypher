// title: One entity
// why: the head of its page
// param id: id
// param limit: integer = 1
// returns: id, labels, name, anonymous, protected, aliases, reference, url, published
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
       n.published AS published
ORDER BY id
LIMIT $limit
