// title: What is said about a thing
// why: to gather every statement on one report, body, place or law, with its speakers
// param thing: string = ""
// param since: date = ""
// param until: date = ""
// param limit: integer = 200
// returns: thing, said_on, speakers, types, quote, outer_speakers, document, passages, review
// view: timeline
MATCH (s:Statement)-[link:ABOUT]->(t:Entity)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND (s.date IS NULL OR s.date >= left($since, size(s.date)))
  AND (s.date IS NULL OR $until = '' OR left(s.date, size($until)) <= $until)
OPTIONAL MATCH (d:Document {id: s.document})
WITH DISTINCT s, t, d
WITH s, t, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS names,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN t.name AS thing,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       passages,
       s.review AS review
ORDER BY thing, said_on IS NULL, said_on, s.document, s.id
LIMIT $limit
