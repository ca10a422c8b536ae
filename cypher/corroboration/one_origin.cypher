// title: The same text in several places
// why: a press release printed five times is one source, and counts once
// param document: string = ""
// param limit: integer = 200
// returns: origin, published_first, copies, documents, publishers
// view: table
MATCH (first:Document)
MATCH (copy:Document)
WHERE copy.origin = first.id
  AND copy.id <> first.id
WITH first, copy
ORDER BY copy.published, copy.id
WITH first, count(copy) AS copies, collect(copy.name) AS documents,
     collect(copy.publisher) AS publishers
WHERE $document = ''
   OR first.id = $document
   OR toLower(first.name) = toLower($document)
   OR any(name IN documents WHERE toLower(name) = toLower($document))
RETURN first.name AS origin,
       first.published AS published_first,
       copies,
       documents,
       publishers
ORDER BY copies DESC, origin
LIMIT $limit
