// title: Ids of the statements of one document
// why: the reader
// param id: id
// param limit: integer = 100000
// returns: id
// view: table
MATCH (d:Document {id: $id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
RETURN DISTINCT s.id AS id
ORDER BY id
LIMIT $limit
