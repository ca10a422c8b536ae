// title: The same words in several documents
// why: who prints the same words, and how many of them had them from another; the words agree to the letter but for signs at their end
// param speaker: string = ""
// param publisher: string = ""
// param limit: integer = 200
// returns: quote, speakers, outer_speakers, origins, documents, statements, publishers, names, dates, passages
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(who:Person|Organisation)
    WHERE who.id = $speaker OR toLower(who.name) = toLower($speaker)
      OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker))
  })
WITH s,
     reduce(words = toLower(s.quote), sign IN ['.', ',', ';', ':'] |
       CASE WHEN right(words, 1) = sign THEN left(words, size(words) - 1) ELSE words END) AS words
WITH words, coalesce(s.outer_speakers, []) AS outer_speakers,
     count(DISTINCT s.document) AS documents,
     collect(s.id) AS ids
WHERE documents > 1
// Most words stand in one document: only what is left is put in the order of its documents.
UNWIND ids AS id
WITH words, outer_speakers, id
MATCH (s:Statement {id: id})
OPTIONAL MATCH (d:Document {id: s.document})
WITH words, outer_speakers, s, d
ORDER BY d.published IS NULL, d.published, d.id, s.id
WITH words, outer_speakers,
     collect(s) AS said,
     count(DISTINCT s.document) AS documents,
     count(DISTINCT coalesce(d.origin, s.document)) AS origins,
     collect(DISTINCT d.publisher) AS publishers,
     collect(DISTINCT d.name) AS names,
     collect(DISTINCT s.date) AS dates
WHERE ($publisher = '' OR any(one IN publishers WHERE toLower(one) = toLower($publisher)))
WITH outer_speakers, said, documents, origins, publishers, names, dates, said[0].quote AS quote
ORDER BY origins DESC, documents DESC, quote
LIMIT $limit
WITH quote, said, outer_speakers, documents, origins, publishers, names, dates,
     COLLECT {
       UNWIND said AS s
       WITH s
       MATCH (s)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS holders
RETURN quote,
       CASE WHEN size(holders) = 0 THEN ['unknown speaker'] ELSE holders END AS speakers,
       outer_speakers,
       origins,
       documents,
       size(said) AS statements,
       publishers,
       names,
       dates,
       COLLECT {
         UNWIND said AS s
         WITH s
         MATCH (s)-[:STATED_IN]->(p:Passage)
         RETURN p.id AS place
         ORDER BY p.document, p.start, place
       } AS passages
ORDER BY origins DESC, documents DESC, quote
LIMIT $limit
