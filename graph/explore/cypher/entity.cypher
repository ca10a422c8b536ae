// title: One entity
// why: the head of its page
// param id: id
// param limit: integer = 1
// returns: id, labels, name, anonymous, protected, aliases, reference, url, published, joined_names, joined_methods, joined_why
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
       coalesce(n.joined_why, []) AS joined_why
ORDER BY id
LIMIT $limit
