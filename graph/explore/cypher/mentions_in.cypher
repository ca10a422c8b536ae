// title: The things that one document speaks of
// why: names in the reader
// param id: id
// param limit: integer = 100000
// returns: id, labels, name, anonymous, protected, passages
// view: table
MATCH (d:Document {id: $id})-[m:MENTIONS]->(n:Entity)
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected,
       m.passages AS passages
ORDER BY id
LIMIT $limit
