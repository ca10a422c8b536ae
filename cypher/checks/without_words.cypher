// title: Statements and links that rest on no words
// why: span or nothing; where this has a row, the thing may not be shown and the archive is to be checked
// param limit: integer = 200
// returns: kind, missing, id
// view: table
CALL {
  MATCH (s:Statement)
  WHERE NOT EXISTS { MATCH (s)-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(:Document) }
  RETURN 'statement' AS kind, s.id AS id, 'no passage of a document' AS missing
  UNION ALL
  MATCH (:Entity)-[l]->(:Entity)
  WHERE l.method IS NOT NULL
    AND size(coalesce(l.passages, [])) = 0
  RETURN type(l) AS kind, l.id AS id, 'no passage of a document' AS missing
  UNION ALL
  MATCH (p:Passage)
  WHERE NOT EXISTS { MATCH (p)-[:PART_OF_TEXT]->(d:Document) WHERE d.id = p.document }
  RETURN 'passage' AS kind, p.id AS id, 'its document' AS missing
  UNION ALL
  MATCH (p:Passage)
  // A sign outside the basic plane counts once in a span, and up to twice for an engine.
  WHERE size(p.quote) < p.end - p.start
  RETURN 'passage' AS kind, p.id AS id, 'words of its span' AS missing
}
RETURN kind, missing, id
ORDER BY kind, missing, id
LIMIT $limit
