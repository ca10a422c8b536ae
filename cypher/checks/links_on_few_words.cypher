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
WITH one, l, other
UNWIND l.passages AS place
WITH one, l, other, place
MATCH (words:Passage {id: place})
WITH one, l, other, words
ORDER BY words.document, words.start
WITH one, l, other, collect(words.quote) AS quotes, collect(words.id) AS passages,
     sum(words.end - words.start) AS length, min(words.document) AS document
WHERE length <= $characters
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
