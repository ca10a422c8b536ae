// title: Links that lead from things, with all they say
// why: a part of the graph as it is exported; each link leads from one of its things
// param ids: list
// param limit: integer = 100000
// returns: id, type, source, target, properties
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]->(o:Entity)
  RETURN l.id AS edge, type(l) AS type, n.id AS source, o.id AS target, properties(l) AS properties
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]->(o:Entity|Statement)
  RETURN l.id AS edge, type(l) AS type, n.id AS source, o.id AS target, properties(l) AS properties
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]->(o:Entity)
  RETURN l.id AS edge, type(l) AS type, n.id AS source, o.id AS target, properties(l) AS properties
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l:STATED_IN]->(p:Passage)-[:PART_OF_TEXT]->(o:Document)
  WITH n, l, p, o
  ORDER BY l.position, p.start
  WITH n, o, min(l.id) AS edge, collect(p.id) AS passages
  RETURN edge, 'STATED_IN' AS type, n.id AS source, o.id AS target, {passages: passages} AS properties
}
RETURN edge AS id, type, source, target, properties
ORDER BY id, source, target
LIMIT $limit
