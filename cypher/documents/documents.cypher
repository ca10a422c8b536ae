// title: Documents, with what was found in each
// why: to see what the archive rests on, and where most is still to be read by a person
// param publisher: string = ""
// param limit: integer = 200
// returns: document, genre, publisher, published, statements, unresolved, proposed, characters, id
// view: table
MATCH (d:Document)
WHERE $publisher = '' OR toLower(d.publisher) = toLower($publisher)
OPTIONAL MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH DISTINCT d, s
WITH d,
     count(s) AS statements,
     sum(CASE WHEN s IS NULL OR EXISTS { MATCH (s)-[:MADE_BY]->() } THEN 0 ELSE 1 END)
       AS unresolved,
     sum(CASE WHEN s.review = 'proposed' THEN 1 ELSE 0 END) AS proposed
RETURN d.name AS document,
       d.genre AS genre,
       d.publisher AS publisher,
       d.published AS published,
       statements,
       unresolved,
       proposed,
       d.characters AS characters,
       d.id AS id
ORDER BY published IS NULL, published, document, id
LIMIT $limit
