// title: What was promised once a report was out
// why: promises and admissions about a report or the body it is on, from the day of the report on; those without any day come last
// param report: string
// param limit: integer = 200
// returns: report, report_published, about, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: timeline
MATCH (r:Report)
WHERE r.published IS NOT NULL
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
MATCH (r)
  ((:Entity)-[on:INSPECTED|CONCERNS]->(:Entity) WHERE on.review <> 'rejected'){0,1}
  (t:Report|Organisation)
WITH DISTINCT r, t
MATCH (s:Statement)-[link:ABOUT]->(t)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['commitment', 'admission'])
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
// Where nobody says when it was said, the document cannot be older than the words.
WITH r, t, s, d, at, coalesce(s.date, d.published) AS day
WHERE day IS NULL OR day >= r.published
WITH r, s, d, at, t.name AS name
ORDER BY name
WITH r, s, d, at, collect(DISTINCT name) AS about
WITH r, s, d, at, about,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS names,
     COLLECT {
       MATCH (s)-[made:MADE_BY]->()
       RETURN DISTINCT made.capacity AS capacity
       ORDER BY capacity
     } AS capacities,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN r.name AS report,
       r.published AS report_published,
       about,
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
ORDER BY report_published, report, r.id, document_published IS NULL, document_published,
         s.document, at.start, s.id
LIMIT $limit
