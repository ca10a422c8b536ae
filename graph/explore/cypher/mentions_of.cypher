// title: The documents that speak of one thing
// why: an entity's page, in order of date
// param id: id
// param limit: integer = 100
// returns: document, count, passages
// view: table
MATCH (t:Entity {id: $id})<-[m:MENTIONS]-(d:Document)
RETURN d.id AS document, m.count AS count, m.passages AS passages
ORDER BY d.published IS NULL, d.published, document
LIMIT $limit
