// title: Kinds of document, and how each was told
// why: a rule reads a transcript otherwise than an article; a wrong kind is the first thing to look for where an answer is wrong
// param genre: string = ""
// param limit: integer = 200
// returns: genre, told_by, documents, of_all, statements, unresolved, names
// view: table
MATCH (every:Document)
WITH count(every) AS of_all
MATCH (d:Document)
WHERE $genre = '' OR toLower(d.genre) = toLower($genre)
OPTIONAL MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH DISTINCT of_all, d, s
WITH of_all, d,
     count(s) AS statements,
     sum(CASE WHEN s IS NULL OR EXISTS { MATCH (s)-[:MADE_BY]->() } THEN 0 ELSE 1 END)
       AS unresolved
ORDER BY d.name, d.id
RETURN d.genre AS genre,
       d.genre_method AS told_by,
       count(d) AS documents,
       of_all,
       sum(statements) AS statements,
       sum(unresolved) AS unresolved,
       collect(d.name) AS names
ORDER BY genre IS NULL, genre, told_by
LIMIT $limit
