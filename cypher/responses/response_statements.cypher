// title: What those who answered a report said of it
// why: an answer is read by what it accepts, denies, promises and declines, statement by statement
// param report: string = ""
// param type: string = ""
// param limit: integer = 200
// returns: report, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (r:Report)<-[link:RESPONDED_TO]-(who:Person|Organisation)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
WITH DISTINCT r, who
MATCH (who)<-[:MADE_BY]-(s:Statement)-[about:ABOUT]->(r)
WHERE s.review <> 'rejected'
  AND about.review <> 'rejected'
  AND ($type = '' OR $type IN s.types)
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH DISTINCT r, s, d, at
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
ORDER BY report, r.id, document_published IS NULL, document_published, s.document, at.start, s.id
LIMIT $limit
