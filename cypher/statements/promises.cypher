// title: Promises, with the time they name and how much was found since
// why: a promise stands until words say whether it was kept; findings are counted by the day of speech, else of the document, and are for the reader to read
// param speaker: string = ""
// param about: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, quote, period, about, findings_since, findings, outer_speakers, reporters, document, document_published, passages, review
// view: timeline
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND 'commitment' IN s.types
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
     } AS passages,
     COLLECT {
       MATCH (s)-[link:ABOUT]->(:Entity)<-[other:ABOUT]-(f:Statement)
       WHERE link.review <> 'rejected'
         AND other.review <> 'rejected'
         AND f.review <> 'rejected'
         AND 'finding' IN f.types
       WITH DISTINCT f
       OPTIONAL MATCH (source:Document {id: f.document})
       WITH f.quote AS quote, min(coalesce(f.date, source.published, '')) AS day
       RETURN day
     } AS findings
RETURN s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.quote AS quote,
       s.period AS period,
       about,
       CASE
         WHEN s.date IS NOT NULL AND size(about) > 0
         THEN size([day IN findings WHERE left(day, size(s.date)) > left(s.date, size(day))])
       END AS findings_since,
       size(findings) AS findings,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY s.date IS NULL, s.date, d.published IS NULL, d.published, s.document, s.start, s.id
LIMIT $limit
