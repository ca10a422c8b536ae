// title: One document as its text is read
// why: what it is called, and which stretches of its text name protected people
// param id: id
// param limit: integer = 1
// returns: id, labels, name, anonymous, protected, masked
// view: table
MATCH (d:Document {id: $id})
RETURN d.id AS id,
       labels(d) AS labels,
       d.name AS name,
       false AS anonymous,
       false AS protected,
       coalesce(d.masked, []) AS masked
ORDER BY id
LIMIT $limit
