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
OPTIONAL MATCH (s)-[:MADE_BY]->(who)
WITH t, s, d, who
ORDER BY d.published IS NULL, d.published, d.name, d.id
WITH t,
     count(DISTINCT coalesce(d.origin, s.document)) AS origins,
     count(DISTINCT s.document) AS documents,
     count(DISTINCT s) AS statements,
     count(DISTINCT who) AS speakers,
     count(DISTINCT CASE WHEN who IS NULL THEN s END) AS unresolved,
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
