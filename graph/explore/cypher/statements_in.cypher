// title: Ids of the statements of one document
// why: the reader; from where to where the words of each reach in the text
// param id: id
// param limit: integer = 100000
// returns: id, review, start, end
// view: table
MATCH (d:Document {id: $id})<-[:PART_OF_TEXT]-(p:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
RETURN s.id AS id, s.review AS review, min(p.start) AS start, max(p.end) AS end
ORDER BY id
LIMIT $limit
