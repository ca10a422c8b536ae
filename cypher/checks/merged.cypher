// title: Names that were joined into one thing
// why: two people of one name may be two people; each join stands here with its reason
// param thing: string = ""
// param method: string = ""
// param limit: integer = 200
// returns: thing, kind, joined_name, method, why, documents, id
// view: table
MATCH (t:Entity)
WHERE t.joined_names IS NOT NULL
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND ($method = '' OR $method IN t.joined_methods)
// Each thing has a row at least, so the first rows are of the first things.
WITH t
ORDER BY t.name, t.id
LIMIT $limit
UNWIND range(0, size(t.joined_names) - 1) AS place
WITH t, place
WHERE $method = '' OR t.joined_methods[place] = $method
WITH t, place
ORDER BY t.name, t.id, place
LIMIT $limit
RETURN t.name AS thing,
       toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS kind,
       t.joined_names[place] AS joined_name,
       t.joined_methods[place] AS method,
       t.joined_why[place] AS why,
       COLLECT {
         MATCH (d:Document)-[:MENTIONS]->(t)
         RETURN DISTINCT d.name AS name
         ORDER BY name
       } AS documents,
       t.id AS id
ORDER BY thing, id, place
LIMIT $limit
