// title: Documents with their facts and counts
// why: lists of documents and the heads of their pages
// param ids: list
// param limit: integer = 100000
// returns: id, title, file, sha256, media_type, characters, publisher, published, url, licence, genre, genre_method, withheld, retracted, origin, statements, proposed
// view: table
UNWIND $ids AS id
WITH id
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH DISTINCT d, s
WITH d,
     count(s) AS statements,
     sum(CASE WHEN s.review = 'proposed' THEN 1 ELSE 0 END) AS proposed
RETURN d.id AS id,
       coalesce(d.title, d.name) AS title,
       coalesce(d.file, d.name) AS file,
       d.sha256 AS sha256,
       d.media_type AS media_type,
       d.characters AS characters,
       d.publisher AS publisher,
       d.published AS published,
       d.url AS url,
       d.licence AS licence,
       d.genre AS genre,
       d.genre_method AS genre_method,
       coalesce(d.withheld, 0) AS withheld,
       coalesce(d.retracted, false) AS retracted,
       d.origin AS origin,
       statements,
       proposed
ORDER BY id
LIMIT $limit
