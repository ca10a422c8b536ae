// title: What a report finds
// why: the findings and criticisms in the report's own words, in the order of its text
// param report: string = ""
// param limit: integer = 200
// returns: report, report_published, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (d:Document)-[:MENTIONS]->(r:Report)
// The document is the report itself: it bears its name, or is a report of the same day.
WHERE (toLower(d.name) = toLower(r.name)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower(d.name))
    OR (d.genre = 'report' AND d.published = r.published))
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
MATCH (d)<-[:PART_OF_TEXT]-(at:Passage)<-[:STATED_IN {position: 1}]-(s:Statement)
WHERE s.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['finding', 'criticism'])
  AND EXISTS { MATCH (s)-[made:MADE_BY]->() WHERE made.capacity IN ['document', 'publisher'] }
WITH r, s, d, at,
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
ORDER BY report_published IS NULL, report_published, report, r.id, s.document, at.start, s.id
LIMIT $limit
