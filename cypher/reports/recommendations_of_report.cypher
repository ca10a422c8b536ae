// title: Recommendations in a report’s own words
// why: to set an answer beside each; one that the report recalls from an earlier report stands here too
// param report: string = ""
// param limit: integer = 200
// returns: report, report_published, about, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
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
  AND 'recommendation' IN s.types
  AND EXISTS { MATCH (s)-[made:MADE_BY]->() WHERE made.capacity IN ['document', 'publisher'] }
WITH r, s, d, at,
     COLLECT {
       MATCH (s)-[link:ABOUT]->(t:Entity)
       WHERE link.review <> 'rejected'
       RETURN DISTINCT t.name AS name
       ORDER BY name
     } AS about,
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
ORDER BY report_published IS NULL, report_published, report, r.id, s.document, at.start, s.id
LIMIT $limit
