// title: Statements that nobody dates
// why: the day of the document is the latest on which the words can have been said, and no more than that
// param document: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.date IS NULL
  AND s.review <> 'rejected'
  AND ($document = '' OR EXISTS {
    MATCH (source:Document {id: s.document})
    WHERE source.id = $document OR toLower(source.name) = toLower($document)
  })
WITH s
ORDER BY s.document_published IS NULL, s.document_published, s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d,
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
ORDER BY document_published IS NULL, document_published, s.document, s.start, s.id
LIMIT $limit
