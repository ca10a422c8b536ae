// title: Publishers, with what is held from each
// why: an archive that rests on one publisher shows one side; the counts say how far each is held, and how many words have no holder
// param publisher: string = ""
// param limit: integer = 200
// returns: publisher, documents, of_all, copies, undated, first_published, last_published, statements, unresolved, proposed, names
// view: table
MATCH (every:Document)
WITH count(every) AS of_all
MATCH (d:Document)
WHERE $publisher = '' OR toLower(d.publisher) = toLower($publisher)
OPTIONAL MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH DISTINCT of_all, d, s
WITH of_all, d,
     count(s) AS statements,
     sum(CASE WHEN s IS NULL OR EXISTS { MATCH (s)-[:MADE_BY]->() } THEN 0 ELSE 1 END)
       AS unresolved,
     sum(CASE WHEN s.review = 'proposed' THEN 1 ELSE 0 END) AS proposed
ORDER BY d.published IS NULL, d.published, d.name, d.id
RETURN d.publisher AS publisher,
       count(d) AS documents,
       of_all,
       sum(CASE WHEN d.origin <> d.id THEN 1 ELSE 0 END) AS copies,
       sum(CASE WHEN d.published IS NULL THEN 1 ELSE 0 END) AS undated,
       min(d.published) AS first_published,
       max(d.published) AS last_published,
       sum(statements) AS statements,
       sum(unresolved) AS unresolved,
       sum(proposed) AS proposed,
       collect(d.name) AS names
ORDER BY publisher IS NULL, documents DESC, publisher
LIMIT $limit
