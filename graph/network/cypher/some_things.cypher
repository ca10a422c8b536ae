// title: Things by id with all they say
// why: a part of the graph as it is exported
// param ids: list
// param limit: integer = 100000
// returns: id, labels, properties
// view: graph
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})
  RETURN n
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})
  RETURN n
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})
  RETURN n
}
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
LIMIT $limit
