// title: Statements and links that rest on no words
// why: span or nothing; where this has a row, the thing may not be shown and the archive is to be checked
// param limit: integer = 200
// returns: kind, missing, id
// view: table
CALL {
  MATCH (s:Statement)
  WHERE NOT EXISTS { MATCH (s)-[:STATED_IN]->(:Passage) }
  RETURN 'statement' AS kind, s.id AS id, 'no passage of a document' AS missing
  UNION ALL
  MATCH (:Entity)-[l]->(:Entity)
  WHERE l.method IS NOT NULL
    AND size(coalesce(l.passages, [])) = 0
  RETURN type(l) AS kind, l.id AS id, 'no passage of a document' AS missing
  UNION ALL
  MATCH (d:Document)<-[:PART_OF_TEXT]-(p:Passage)
  WHERE d.id = p.document
    // A sign outside the basic plane counts once in a span, and up to twice for an engine.
    AND size(p.quote) >= p.end - p.start
  WITH count(DISTINCT p.id) AS whole
  // Only where some are not whole is each looked at again, and what rests on it.
  WITH whole, COUNT { MATCH (p:Passage) } AS every
  WHERE whole < every
  MATCH (p:Passage)
  WITH p,
       EXISTS { MATCH (p)-[:PART_OF_TEXT]->(d:Document) WHERE d.id = p.document } AS placed,
       COLLECT {
         MATCH (p)<-[:STATED_IN]-(s:Statement)
         WHERE NOT EXISTS { MATCH (s)-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(:Document) }
         RETURN s.id
       } AS lost
  UNWIND
    CASE WHEN placed THEN [] ELSE [['passage', p.id, 'its document']] END
    + CASE WHEN size(p.quote) < p.end - p.start
           THEN [['passage', p.id, 'words of its span']] ELSE [] END
    + [id IN lost | ['statement', id, 'no passage of a document']] AS row
  RETURN row[0] AS kind, row[1] AS id, row[2] AS missing
}
RETURN DISTINCT kind, missing, id
ORDER BY kind, missing, id
LIMIT $limit
