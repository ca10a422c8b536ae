// title: People, bodies, reports and operations
// why: what measures are taken of; nobody who must be protected is among them
// param limit: integer = 50000
// returns: id, labels, name, anonymous, protected
// view: graph
MATCH (n:Person|Organisation|Report|Operation)
WHERE NOT coalesce(n.protected, false)
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       false AS protected
ORDER BY id
LIMIT $limit
