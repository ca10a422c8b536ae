// title: How many origins speak of a thing
// why: an article printed in five papers is one origin; the count is of texts that do not copy each other, beside documents and statements
// param thing: string = ""
// param type: string = ""
// param limit: integer = 200
// returns: thing, kind, origins, documents, statements, speakers, unresolved, publishers, names
// view: table
MATCH (s:Statement)-[link:ABOUT]->(t:Entity)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($type = '' OR toLower($type) IN s.types)
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
OPTIONAL MATCH (d:Document {id: s.document})
WITH t,
     count(DISTINCT coalesce(d.origin, s.document)) AS origins,
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
     count(DISTINCT CASE WHEN who IS NULL THEN s.id END) AS unresolved
WITH t, origins, documents, statements, speakers, unresolved,
     COLLECT {
       MATCH (one:Statement)-[link:ABOUT]->(t)
       WHERE one.review <> 'rejected'
         AND link.review <> 'rejected'
         AND ($type = '' OR toLower($type) IN one.types)
       WITH DISTINCT one.document AS place
       MATCH (d:Document {id: place})
       RETURN {name: d.name, publisher: d.publisher} AS told
       ORDER BY d.published IS NULL, d.published, d.name, d.id
     } AS places
UNWIND places AS d
WITH t, origins, documents, statements, speakers, unresolved, d
WITH t, origins, documents, statements, speakers, unresolved,
     collect(DISTINCT d.publisher) AS publishers,
     collect(DISTINCT d.name) AS names
RETURN t.name AS thing,
       toLower(head([label IN labels(t) WHERE label <> 'Entity'])) AS kind,
       origins,
       documents,
       statements,
       speakers,
       unresolved,
       publishers,
       names
ORDER BY origins DESC, statements DESC, thing, t.id
LIMIT $limit
