// title: Documents of which no day is known
// why: what stands in them cannot be set in time; a day that a person gives is kept as theirs
// param limit: integer = 200
// returns: document, file, publisher, genre, statements, undated_statements, id
// view: table
MATCH (d:Document)
WHERE d.published IS NULL
OPTIONAL MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH DISTINCT d, s
WITH d,
     count(s) AS statements,
     sum(CASE WHEN s IS NOT NULL AND s.date IS NULL THEN 1 ELSE 0 END) AS undated_statements
RETURN d.name AS document,
       d.file AS file,
       d.publisher AS publisher,
       d.genre AS genre,
       statements,
       undated_statements,
       d.id AS id
ORDER BY document, id
LIMIT $limit
