// title: Where a thing is spoken of
// why: to open every place at which the documents name a person, body, report or place
// param thing: string = ""
// param limit: integer = 500
// returns: thing, quote, document, passage
// view: table
MATCH (t:Entity)
WHERE ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND EXISTS {
    MATCH (:Document)-[m:MENTIONS]->(t)
    WHERE size(m.passages) > 0
  }
// Each thing has a row at least, and so has each document of it: the first rows are of the first.
WITH t
ORDER BY t.name, t.id
LIMIT $limit
MATCH (d:Document)-[m:MENTIONS]->(t)
WHERE size(m.passages) > 0
WITH DISTINCT d, t
ORDER BY t.name, t.id, d.name, d.id
LIMIT $limit
MATCH (d)-[m:MENTIONS]->(t)
UNWIND m.passages AS passage
WITH d, t, passage
MATCH (words:Passage {id: passage})
RETURN t.name AS thing,
       words.quote AS quote,
       d.name AS document,
       passage AS passage
ORDER BY thing, t.id, document, words.document, words.start, words.end
LIMIT $limit
