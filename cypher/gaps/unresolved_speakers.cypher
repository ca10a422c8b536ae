// title: Statements whose speaker is not known
// why: words without a holder may not be used as anyone's; these are to be read and settled
// param document: string = ""
// param limit: integer = 200
// returns: document, quote, types, outer_speakers, said_on, passages, confidence, review
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND NOT EXISTS { MATCH (s)-[:MADE_BY]->() }
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d
WHERE $document = '' OR d.id = $document OR toLower(d.name) = toLower($document)
WITH s, d
ORDER BY d.name, s.document, s.id
LIMIT $limit
WITH s, d,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN d.name AS document,
       s.quote AS quote,
       s.types AS types,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       s.date AS said_on,
       passages,
       s.confidence AS confidence,
       s.review AS review
ORDER BY document, s.document, s.id
LIMIT $limit
