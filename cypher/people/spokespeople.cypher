// title: What spokespeople said, and for whom
// why: words of a spokesperson are the body's; the body is the one whose role the documents give the speaker
// param body: string = ""
// param limit: integer = 200
// returns: said_on, speakers, spoke_for, types, quote, about, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND EXISTS {
    MATCH (s)-[made:MADE_BY]->(who:Person|Organisation)
    WHERE made.capacity = 'spokesperson'
      AND ($body = '' OR EXISTS {
        MATCH (who)-[held:HOLDS_ROLE]->(b:Organisation)
        WHERE held.review <> 'rejected'
          AND (b.id = $body OR toLower(b.name) = toLower($body)
          OR any(alias IN b.aliases WHERE toLower(alias) = toLower($body)))
      })
  }
WITH s
ORDER BY s.date IS NULL, s.date, s.document_published IS NULL, s.document_published, s.document,
         s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
     COLLECT {
       MATCH (s)-[link:ABOUT]->(t:Entity)
       WHERE link.review <> 'rejected'
       RETURN DISTINCT t.name AS name
       ORDER BY name
     } AS about,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(r)
       RETURN DISTINCT r.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)-[held:HOLDS_ROLE]->(b:Organisation)
       WHERE held.review <> 'rejected'
       RETURN DISTINCT b.name AS name
       ORDER BY name
     } AS spoke_for
RETURN s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       spoke_for,
       s.types AS types,
       s.quote AS quote,
       about,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY s.date IS NULL, s.date, d.published IS NULL, d.published, s.document, s.start, s.id
LIMIT $limit
