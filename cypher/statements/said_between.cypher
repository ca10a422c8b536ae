// title: What was said or published between two days
// why: a day of speech counts first; where none is known, the day of the document; what has neither stands in no span
// param since: date = ""
// param until: date = ""
// param about: string = ""
// param limit: integer = 200
// returns: day, day_of, said_on, speakers, capacities, types, quote, about, outer_speakers, reporters, document, document_published, passages, review
// view: timeline
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND ($about = '' OR EXISTS {
    MATCH (s)-[link:ABOUT]->(t:Entity)
    WHERE link.review <> 'rejected'
      AND (t.id = $about OR toLower(t.name) = toLower($about)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($about)))
  })
WITH s, coalesce(s.date, s.document_published) AS day
WHERE day >= left($since, size(day))
  AND ($until = '' OR left(day, size($until)) <= $until)
WITH s, day
ORDER BY day, s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d, day,
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
       MATCH (s)-[link:ABOUT]->(t:Entity)
       WHERE link.review <> 'rejected'
       RETURN DISTINCT t.name AS name
       ORDER BY name
     } AS about,
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
RETURN day,
       CASE WHEN s.date IS NULL THEN 'document' ELSE 'speech' END AS day_of,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.types AS types,
       s.quote AS quote,
       about,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY day, s.document, s.start, s.id
LIMIT $limit
