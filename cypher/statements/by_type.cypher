// title: Statements of one type
// why: to gather all findings, all commitments or all criticism; a type is read from the words of the speaker
// param type: string = ""
// param speaker: string = ""
// param about: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, types, quote, about, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND ($type = '' OR toLower($type) IN s.types)
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(who:Person|Organisation)
    WHERE who.id = $speaker OR toLower(who.name) = toLower($speaker)
      OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker))
  })
  AND ($about = '' OR EXISTS {
    MATCH (s)-[link:ABOUT]->(t:Entity)
    WHERE link.review <> 'rejected'
      AND (t.id = $about OR toLower(t.name) = toLower($about)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($about)))
  })
WITH s
ORDER BY s.date IS NULL, s.date, s.document_published IS NULL, s.document_published, s.document,
         s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d,
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
RETURN s.date AS said_on,
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
ORDER BY s.date IS NULL, s.date, d.published IS NULL, d.published, s.document, s.start, s.id
LIMIT $limit
