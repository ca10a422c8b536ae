// title: What is said of a case
// why: every statement on one case, with its speakers; who the case is about is in none of them
// param case: string = ""
// param limit: integer = 200
// returns: case, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)-[link:ABOUT]->(c:Case)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($case = '' OR c.id = $case OR toLower(c.name) = toLower($case)
    OR any(alias IN c.aliases WHERE toLower(alias) = toLower($case)))
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH DISTINCT c, s, d, at
WITH c, s, d, at,
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
RETURN c.name AS case,
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
ORDER BY case, document_published IS NULL, document_published, s.document, at.start, c.id, s.id
LIMIT $limit
