// title: Links that rest on few words
// why: a name alone tells little of a link; the place is opened and read
// param characters: integer = 20
// param type: string = ""
// param limit: integer = 200
// returns: source, link, target, quotes, length, document, document_published, passages, inferred, confidence, method, review, id
// view: table
MATCH (one:Entity)-[l]->(other:Entity)
WHERE l.review <> 'rejected'
  AND size(coalesce(l.passages, [])) > 0
  AND ($type = '' OR type(l) = toUpper($type))
// An id of a passage ends with its begin and end: “…#char=100,180”.
WITH one, l, other,
     reduce(sum = 0, place IN [id IN l.passages | split(split(id, '=')[1], ',')] |
       sum + toInteger(place[1]) - toInteger(place[0])) AS length
WHERE length <= $characters
WITH one, l, other, length
ORDER BY length, one.name, one.id, other.id, l.id
LIMIT $limit
WITH one, l, other, length, l.passages AS passages,
     COLLECT {
       UNWIND l.passages AS place
       WITH place
       MATCH (words:Passage {id: place})
       RETURN words.quote AS quote
       ORDER BY words.document, words.start
     } AS quotes,
     split(l.passages[0], '#')[0] AS document
OPTIONAL MATCH (d:Document {id: coalesce(document, '')})
RETURN one.name AS source,
       type(l) AS link,
       other.name AS target,
       quotes,
       length,
       d.name AS document,
       d.published AS document_published,
       passages,
       l.inferred AS inferred,
       l.confidence AS confidence,
       l.method AS method,
       l.review AS review,
       l.id AS id
ORDER BY length, source, one.id, other.id, id
LIMIT $limit
