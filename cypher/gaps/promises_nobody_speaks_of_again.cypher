// title: Promises of which nothing is said again
// why: no later document here has words on the same report or body, or it is not known what the promise is about; neither proves it broken
// param speaker: string = ""
// param limit: integer = 200
// returns: about, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE 'commitment' IN s.types
  AND s.review <> 'rejected'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(t:Person|Organisation)
    WHERE ($speaker = '' OR t.id = $speaker OR toLower(t.name) = toLower($speaker)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker)))
  })
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH s, at, d, coalesce(s.date, d.published) AS day
WHERE NOT EXISTS {
    MATCH (s)-[link:ABOUT]->(t:Report|Organisation|Operation)<-[of:ABOUT]-(later:Statement)
    MATCH (other:Document {id: later.document})
    WHERE link.review <> 'rejected'
      AND of.review <> 'rejected'
      AND later.review <> 'rejected'
      AND left(other.published, size(day)) > day
  }
WITH s, d, at,
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
RETURN about,
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
ORDER BY document_published IS NULL, document_published, s.document, at.start, s.id
LIMIT $limit
