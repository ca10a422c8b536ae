// title: How many origins speak of a thing
// why: an article printed in five papers is one origin; the count is of texts that do not copy each other, beside documents and statements; publishers and names are of the first twenty documents
// param thing: string = ""
// param type: string = ""
// param limit: integer = 20
// returns: thing, kind, origins, documents, statements, speakers, unresolved, publishers, names
// view: table
MATCH (t:Entity)
WHERE $thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
  OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing))
MATCH (s:Statement)-[link:ABOUT]->(t)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($type = '' OR toLower($type) IN s.types)
WITH t,
     count(DISTINCT coalesce(s.document_origin, s.document)) AS origins,
     count(DISTINCT s.document) AS documents,
     count(DISTINCT s.id) AS statements
ORDER BY origins DESC, statements DESC, t.name, t.id
LIMIT $limit
MATCH (s:Statement)-[link:ABOUT]->(t)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($type = '' OR toLower($type) IN s.types)
OPTIONAL MATCH (s)-[:MADE_BY]->(who)
WITH t, origins, documents, statements,
     count(DISTINCT who.id) AS speakers,
     count(DISTINCT CASE WHEN who IS NULL THEN s.id END) AS unresolved,
     collect(DISTINCT coalesce(s.document_published, '~') + ' ' + s.document) AS days
// Thousands of documents may speak of one thing; a row names the first of them.
WITH t, origins, documents, statements, speakers, unresolved,
     COLLECT {
       UNWIND days AS day
       WITH day
       ORDER BY day
       LIMIT 20
       WITH split(day, ' ')[1] AS place
       MATCH (d:Document {id: place})
       RETURN {name: d.name, publisher: d.publisher} AS told
       ORDER BY d.published IS NULL, d.published, d.name, d.id
     } AS told
RETURN t.name AS thing,
       toLower(head([label IN labels(t) WHERE label <> 'Entity'])) AS kind,
       origins,
       documents,
       statements,
       speakers,
       unresolved,
       reduce(seen = [], one IN told |
         CASE WHEN one.publisher IS NULL OR one.publisher IN seen
              THEN seen ELSE seen + one.publisher END) AS publishers,
       reduce(seen = [], one IN told |
         CASE WHEN one.name IN seen THEN seen ELSE seen + one.name END) AS names
ORDER BY origins DESC, statements DESC, thing, t.id
LIMIT $limit
