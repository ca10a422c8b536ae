// title: Words reported inside other words
// why: what someone says that someone else said stands on both; neither is shown alone
// param speaker: string = ""
// param limit: integer = 200
// returns: outer_speakers, outer_quote, speakers, quote, document, passages, review
// view: table
MATCH (s:Statement)-[:WITHIN]->(outer:Statement)
WHERE s.review <> 'rejected'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(t:Person|Organisation)
    WHERE ($speaker = '' OR t.id = $speaker OR toLower(t.name) = toLower($speaker)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker)))
  } OR EXISTS {
    MATCH (outer)-[:MADE_BY]->(t:Person|Organisation)
    WHERE ($speaker = '' OR t.id = $speaker OR toLower(t.name) = toLower($speaker)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker)))
  })
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, outer, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS names,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN s.outer_speakers AS outer_speakers,
       outer.quote AS outer_quote,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       s.quote AS quote,
       d.name AS document,
       passages,
       s.review AS review
ORDER BY s.document, outer.id, s.id
LIMIT $limit
