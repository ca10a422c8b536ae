// title: What is said about a thing
// why: to gather every statement on one report, body, place or law, with its speakers
// param thing: string = ""
// param since: date = ""
// param until: date = ""
// param limit: integer = 200
// returns: thing, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: timeline
MATCH (t:Entity)
WHERE ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND EXISTS {
    MATCH (s:Statement)-[link:ABOUT]->(t)
    WHERE s.review <> 'rejected'
      AND link.review <> 'rejected'
      AND (s.date IS NULL OR s.date >= left($since, size(s.date)))
      AND (s.date IS NULL OR $until = '' OR left(s.date, size($until)) <= $until)
  }
// Each thing has a row at least, so the first rows are of the first things.
WITH t
ORDER BY t.name, t.id
LIMIT $limit
MATCH (s:Statement)-[link:ABOUT]->(t)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND (s.date IS NULL OR s.date >= left($since, size(s.date)))
  AND (s.date IS NULL OR $until = '' OR left(s.date, size($until)) <= $until)
WITH DISTINCT s, t
ORDER BY t.name, t.id, s.date IS NULL, s.date, s.document_published IS NULL, s.document_published,
         s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, t, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
     COLLECT {
       MATCH (s)-[made:MADE_BY]->(w)
       RETURN made.capacity
       ORDER BY w.name, w.id
     } AS capacities,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(r)
       RETURN DISTINCT r.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN t.name AS thing,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY thing, t.id, said_on IS NULL, said_on, document_published IS NULL, document_published,
         s.document, s.start, s.id
LIMIT $limit
