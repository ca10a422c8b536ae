// title: Nested statements whose outer speaker is missing
// why: words inside other words are never shown alone; where this has a row, the graph is to be rebuilt
// param limit: integer = 200
// returns: quote, outer, outer_speakers, document, passages, id
// view: table
MATCH (s:Statement)
WHERE (s.outer IS NOT NULL OR EXISTS { MATCH (s)-[:WITHIN]->() })
  AND (size(coalesce(s.outer_speakers, [])) = 0
    OR NOT EXISTS { MATCH (s)-[:WITHIN]->(o:Statement) WHERE o.id = s.outer })
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
RETURN s.quote AS quote,
       s.outer AS outer,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       COLLECT {
         MATCH (s)-[stated:STATED_IN]->(p:Passage)
         RETURN p.id
         ORDER BY stated.position, p.start
       } AS passages,
       s.id AS id
ORDER BY s.document, at.start, id
LIMIT $limit
