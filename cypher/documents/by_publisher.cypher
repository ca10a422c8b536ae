// title: Publishers, with what is held from each
// why: an archive that rests on one publisher shows one side; the counts say how far each is held, and how many words have no holder; names are of the first twenty documents
// param publisher: string = ""
// param limit: integer = 200
// returns: publisher, documents, of_all, copies, undated, first_published, last_published, statements, unresolved, proposed, names
// view: table
MATCH (every:Document)
WITH count(every) AS of_all
MATCH (d:Document)
WHERE $publisher = '' OR toLower(d.publisher) = toLower($publisher)
WITH of_all,
     d.publisher AS publisher,
     count(d) AS documents,
     sum(CASE WHEN d.origin <> d.id THEN 1 ELSE 0 END) AS copies,
     sum(CASE WHEN d.published IS NULL THEN 1 ELSE 0 END) AS undated,
     min(d.published) AS first_published,
     max(d.published) AS last_published,
     sum(d.statements) AS statements,
     sum(d.unresolved) AS unresolved,
     sum(d.proposed) AS proposed,
     collect({day: coalesce(d.published, '~'), name: d.name, id: d.id}) AS held
ORDER BY publisher IS NULL, documents DESC, publisher
LIMIT $limit
RETURN publisher,
       documents,
       of_all,
       copies,
       undated,
       first_published,
       last_published,
       statements,
       unresolved,
       proposed,
       COLLECT {
         UNWIND held AS one
         WITH one
         RETURN one.name
         ORDER BY one.day, one.name, one.id
         LIMIT 20
       } AS names
ORDER BY publisher IS NULL, documents DESC, publisher
LIMIT $limit
