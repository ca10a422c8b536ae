// title: Things of several documents that were taken for one
// why: two of one name may be two; each join stands here with its reason, those of people first; names are of the first twenty documents
// param thing: string = ""
// param kind: string = ""
// param method: string = ""
// param limit: integer = 200
// returns: thing, kind, joined_name, method, why, documents, names, id
// view: table
MATCH (t:Entity)
WHERE t.joined_names IS NOT NULL
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND ($kind = '' OR toLower($kind) IN [label IN labels(t) | toLower(label)])
  AND ($method = '' OR $method IN t.joined_methods)
// Each thing has a row at least, so the first rows are of the first things.
WITH t, toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS kind
ORDER BY kind <> 'person', t.name, t.id
LIMIT $limit
UNWIND range(0, size(t.joined_names) - 1) AS place
WITH t, kind, place
WHERE $method = '' OR t.joined_methods[place] = $method
WITH t, kind, place
ORDER BY kind <> 'person', t.name, t.id, place
LIMIT $limit
RETURN t.name AS thing,
       kind,
       t.joined_names[place] AS joined_name,
       t.joined_methods[place] AS method,
       t.joined_why[place] AS why,
       COUNT { MATCH (d:Document)-[:MENTIONS]->(t) } AS documents,
       COLLECT {
         MATCH (d:Document)-[:MENTIONS]->(t)
         RETURN DISTINCT d.name AS name
         ORDER BY name
         LIMIT 20
       } AS names,
       t.id AS id
ORDER BY kind <> 'person', thing, id, place
LIMIT $limit
