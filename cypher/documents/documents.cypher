// title: Documents, with what was found in each
// why: to see what the archive rests on, and where most is still to be read by a person
// param publisher: string = ""
// param limit: integer = 200
// returns: document, genre, publisher, published, statements, unresolved, proposed, characters, id
// view: table
MATCH (d:Document)
WHERE $publisher = '' OR toLower(d.publisher) = toLower($publisher)
RETURN d.name AS document,
       d.genre AS genre,
       d.publisher AS publisher,
       d.published AS published,
       d.statements AS statements,
       d.unresolved AS unresolved,
       d.proposed AS proposed,
       d.characters AS characters,
       d.id AS id
ORDER BY published IS NULL, published, document, id
LIMIT $limit
