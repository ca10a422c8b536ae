// title: Who declined, and what
// why: to decline is a statement with a speaker and a day, silence is neither; to say no to advice is an answer, to refuse one is not, and the words may leave open which it is
// param speaker: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, declined, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE 'declined' IN s.types
  AND s.review <> 'rejected'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(t:Person|Organisation)
    WHERE ($speaker = '' OR t.id = $speaker OR toLower(t.name) = toLower($speaker)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker)))
  })
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH s, d, at,
     any(word IN ['answer', 'comment', 'evidence', 'interview', 'repl', 'respond', 'speak', 'talk']
       WHERE toLower(s.quote) CONTAINS word) AS answers,
     any(word IN ['accept', 'advice', 'agree', 'propos', 'recommend']
       WHERE toLower(s.quote) CONTAINS word) AS advice,
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
       CASE
         WHEN answers = advice THEN 'the words do not say'
         WHEN answers THEN 'an answer'
         ELSE 'what was advised'
       END AS declined,
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
