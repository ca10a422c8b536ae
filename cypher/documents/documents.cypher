// title: Documents, with what was found in each
// why: to see what the archive rests on, and where most is still to be read by a person
// param publisher: string = ""
// param limit: integer = 200
// returns: document, publisher, published, statements, unresolved, proposed, characters, id
// view: table
MATCH (d:Document)
WHERE $publisher = '' OR toLower(d.publisher) = toLower($publisher)
RETURN d.name AS document,
       d.publisher AS publisher,
       d.published AS published,
       COUNT {
         MATCH (s:Statement {document: d.id})
         WHERE s.review <> 'rejected'
         RETURN s
       } AS statements,
       COUNT {
         MATCH (s:Statement {document: d.id})
         WHERE s.review <> 'rejected'
           AND NOT EXISTS { MATCH (s)-[:MADE_BY]->() }
         RETURN s
       } AS unresolved,
       COUNT {
         MATCH (s:Statement {document: d.id})
         WHERE s.review = 'proposed'
         RETURN s
       } AS proposed,
       d.characters AS characters,
       d.id AS id
ORDER BY published IS NULL, published, document, id
LIMIT $limit
