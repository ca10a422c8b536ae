// title: Documents of one origin
// why: the same text in several places was said once
// param origin: string
// param limit: integer = 1000
// returns: id, labels, name, anonymous, protected
// view: table
MATCH (d:Document)
WHERE d.origin = $origin
RETURN d.id AS id,
       labels(d) AS labels,
       d.name AS name,
       false AS anonymous,
       false AS protected
ORDER BY d.published, id
LIMIT $limit
