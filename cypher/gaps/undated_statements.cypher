// title: Statements that nobody dates
// why: the day of the document is the latest on which the words can have been said, and no more than that
// param document: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.date IS NULL
  AND s.review <> 'rejected'
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH s, at, d
WHERE $document = '' OR d.id = $document OR toLower(d.name) = toLower($document)
WITH s, at, d
ORDER BY d.published IS NULL, d.published, s.document, at.start, s.id
LIMIT $limit
WITH s, d, at,
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
RETURN s.date AS said_on,
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
ORDER BY document_published IS NULL, document_published, s.document, at.start, s.id
LIMIT $limit
