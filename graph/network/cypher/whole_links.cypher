// title: Links of the whole graph
// why: exports and measures; a passage is no thing, so its statement and document join
// param limit: integer = 100000
// returns: id, type, source, target, properties
// view: graph
CALL () {
  MATCH (n:Entity|Statement|Document)-[l]->(o:Entity|Statement|Document)
  RETURN l.id AS id, type(l) AS type, n.id AS source, o.id AS target, properties(l) AS properties
  UNION ALL
  MATCH (n:Statement)-[l:STATED_IN]->(p:Passage)-[:PART_OF_TEXT]->(o:Document)
  WITH n, l, p, o
  ORDER BY l.position, p.start
  WITH n, o, min(l.id) AS id, collect(p.id) AS passages
  RETURN id, 'STATED_IN' AS type, n.id AS source, o.id AS target, {passages: passages} AS properties
}
RETURN id, type, source, target, properties
ORDER BY id, source, target
LIMIT $limit
