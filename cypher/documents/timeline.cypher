// title: The documents in time
// why: the paper trail in order: what came out when, and which text was a copy of one that is held
// param since: date = ""
// param until: date = ""
// param publisher: string = ""
// param limit: integer = 200
// returns: published, document, genre, publisher, url, copy_of, statements, speakers, things, id
// view: timeline
MATCH (d:Document)
WHERE ($publisher = '' OR toLower(d.publisher) = toLower($publisher))
  AND (d.published IS NULL OR d.published >= left($since, size(d.published)))
  AND (d.published IS NULL OR $until = '' OR left(d.published, size($until)) <= $until)
WITH d
ORDER BY d.published IS NULL, d.published, d.name, d.id
LIMIT $limit
// A lookup by a null id would read every document, so it is given none to find instead.
OPTIONAL MATCH (first:Document {id: coalesce(d.origin, '')})
WHERE first.id <> d.id
RETURN d.published AS published,
       d.name AS document,
       d.genre AS genre,
       d.publisher AS publisher,
       d.url AS url,
       first.name AS copy_of,
       d.statements AS statements,
       COUNT {
         MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)-[:MADE_BY]->(who)
         WHERE s.review <> 'rejected'
         RETURN DISTINCT who
       } AS speakers,
       COUNT { (d)-[:MENTIONS]->(:Entity) } AS things,
       d.id AS id
ORDER BY published IS NULL, published, document, id
LIMIT $limit
