// title: What the rules were least sure of
// why: statements and links of low confidence are read first, with the rule that made them
// param confidence: string = low
// param limit: integer = 200
// returns: kind, of, quote, outer_speakers, document, document_published, passage, method, review, id
// view: table
CALL {
  MATCH (s:Statement)
  WHERE s.confidence = $confidence
    AND s.review <> 'rejected'
  OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(words:Passage)
  RETURN 'statement' AS kind,
         coalesce(s.outer_speakers, []) AS outer_speakers,
         COLLECT {
           MATCH (s)-[:MADE_BY]->(w)
           RETURN DISTINCT w.name AS name
           ORDER BY name
         } AS names,
         s.quote AS quote,
         words.id AS passage,
         s.method AS method,
         s.review AS review,
         s.id AS id
  UNION ALL
  MATCH (one:Entity)-[l]->(other:Entity)
  WHERE l.confidence = $confidence
    AND l.review <> 'rejected'
  OPTIONAL MATCH (words:Passage {id: coalesce(l.passages[0], '')})
  RETURN type(l) AS kind,
         [] AS outer_speakers,
         [one.name, other.name] AS names,
         words.quote AS quote,
         words.id AS passage,
         l.method AS method,
         l.review AS review,
         l.id AS id
}
WITH kind, outer_speakers, names, quote, passage, method, review, id
ORDER BY kind <> 'statement', kind, passage, id
LIMIT $limit
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN kind,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS of,
       quote,
       outer_speakers,
       d.name AS document,
       d.published AS document_published,
       passage,
       method,
       review,
       id
ORDER BY kind <> 'statement', kind, passage, id
LIMIT $limit
