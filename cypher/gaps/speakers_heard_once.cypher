// title: Speakers of whom one statement is held
// why: one sentence is no position; who is heard once may have said more elsewhere
// param limit: integer = 200
// returns: speaker, anonymous, said_on, capacity, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (who:Person|Organisation)<-[made:MADE_BY]-(s:Statement)
WHERE s.review <> 'rejected'
WITH who, count(DISTINCT s) AS held, collect(s)[0] AS s, collect(made)[0] AS made
WHERE held = 1
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH who, made, s, d, at,
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
RETURN who.name AS speaker,
       who.anonymous AS anonymous,
       s.date AS said_on,
       made.capacity AS capacity,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY speaker, who.id
LIMIT $limit
