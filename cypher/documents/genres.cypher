// title: Kinds of document, and how each was told
// why: a rule reads a transcript otherwise than an article; a wrong kind is the first thing to look for where an answer is wrong; names are of the first twenty documents
// param genre: string = ""
// param limit: integer = 200
// returns: genre, told_by, documents, of_all, statements, unresolved, names
// view: table
MATCH (every:Document)
WITH count(every) AS of_all
MATCH (d:Document)
WHERE $genre = '' OR toLower(d.genre) = toLower($genre)
WITH of_all,
     d.genre AS genre,
     d.genre_method AS told_by,
     count(d) AS documents,
     sum(d.statements) AS statements,
     sum(d.unresolved) AS unresolved,
     collect(d.name) AS held
RETURN genre,
       told_by,
       documents,
       of_all,
       statements,
       unresolved,
       COLLECT {
         UNWIND held AS name
         WITH name
         RETURN name
         ORDER BY name
         LIMIT 20
       } AS names
ORDER BY genre IS NULL, genre, told_by
LIMIT $limit
