// title: Statements that no person has reviewed
// why: what a machine proposed is read before it is used; the least sure come first
// param document: string = ""
// param speaker: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review, confidence, method, id
// view: table
MATCH (s:Statement)
WHERE s.review = 'proposed'
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(t:Person|Organisation)
    WHERE ($speaker = '' OR t.id = $speaker OR toLower(t.name) = toLower($speaker)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($speaker)))
  })
  AND ($document = '' OR EXISTS {
    MATCH (source:Document {id: s.document})
    WHERE source.id = $document OR toLower(source.name) = toLower($document)
  })
WITH s,
     CASE s.confidence WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 ELSE 0 END AS sure
ORDER BY sure, s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d, sure,
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
       s.review AS review,
       s.confidence AS confidence,
       s.method AS method,
       s.id AS id
ORDER BY sure, s.document, s.start, id
LIMIT $limit
