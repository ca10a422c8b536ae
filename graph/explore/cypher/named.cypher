// title: Entities and documents whose name is, or begins with, the words
// why: a name that is typed whole comes first in a search
// param words: string
// param limit: integer = 200
// returns: id, exact
// view: table
MATCH (n:Entity|Document)
WHERE toLower(n.name) STARTS WITH toLower($words)
  OR any(alias IN coalesce(n.aliases, []) WHERE toLower(alias) STARTS WITH toLower($words))
WITH n,
     toLower(n.name) = toLower($words)
       OR any(alias IN coalesce(n.aliases, []) WHERE toLower(alias) = toLower($words)) AS exact
RETURN n.id AS id, exact
ORDER BY exact DESC, size(n.name), n.name, id
LIMIT $limit
