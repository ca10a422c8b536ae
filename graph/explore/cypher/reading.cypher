// title: Documents as their texts are read
// why: what each is called, and which stretches of its text name protected people
// param ids: list
// param limit: integer = 100000
// returns: id, labels, name, anonymous, protected, sha256, masked
// view: table
UNWIND $ids AS id
WITH id
MATCH (d:Document {id: id})
RETURN d.id AS id,
       labels(d) AS labels,
       d.name AS name,
       false AS anonymous,
       false AS protected,
       d.sha256 AS sha256,
       coalesce(d.masked, []) AS masked
ORDER BY id
LIMIT $limit
