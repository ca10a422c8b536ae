// title: Words reported inside other words
// why: what someone says that someone else said stands on both; neither is shown alone
// param speaker: string = ""
// param limit: integer = 200
// returns: outer_speakers, outer_quote, outer_said_on, said_on, speakers, capacities, types, quote, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)-[:WITHIN]->(outer:Statement)
WHERE s.review <> 'rejected'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(t:Person|Organisation)
    WHERE t.id = $speaker OR toLower(t.name) = toLower($speaker)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker))
  } OR EXISTS {
    MATCH (outer)-[:MADE_BY]->(t:Person|Organisation)
    WHERE t.id = $speaker OR toLower(t.name) = toLower($speaker)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker))
  })
WITH s, outer
ORDER BY s.document_published IS NULL, s.document_published, s.document, s.start, s.id, outer.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, outer, d,
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
       MATCH (s)-[:REPORTED_BY]->(r)
       RETURN DISTINCT r.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN s.outer_speakers AS outer_speakers,
       outer.quote AS outer_quote,
       outer.date AS outer_said_on,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.types AS types,
       s.quote AS quote,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY document_published IS NULL, document_published, s.document, s.start, s.id, outer.id
LIMIT $limit
