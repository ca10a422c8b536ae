// title: The words of passages
// why: a link that is exported shows the words it rests on
// param ids: list
// param limit: integer = 100000
// returns: id, quote
// view: table
UNWIND $ids AS id
WITH id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.quote AS quote
ORDER BY id
LIMIT $limit
