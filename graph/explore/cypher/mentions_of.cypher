// title: The documents that speak of one thing
// why: an entity's page
// param id: id
// param limit: integer = 100000
// returns: document, count, passages
// view: table
MATCH (d:Document)-[m:MENTIONS]->(t:Entity {id: $id})
RETURN d.id AS document, m.count AS count, m.passages AS passages
ORDER BY document
LIMIT $limit
