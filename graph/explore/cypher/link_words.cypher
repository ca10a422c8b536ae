// title: Links by id, looked for where they begin
// why: the first words of the links of a way: among all links each takes a second in a large archive
// param sources: list
// param among: map
// param limit: integer = 100000
// returns: id, passages, statement
// view: table
CALL () {
  UNWIND $sources AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]->(:Entity)
  WHERE $among[l.id]
  RETURN l, null AS statement
  UNION ALL
  UNWIND $sources AS id
  WITH id
  MATCH (n:Document {id: id})-[l]->(:Entity)
  WHERE $among[l.id]
  RETURN l, null AS statement
  UNION ALL
  UNWIND $sources AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]->(:Entity|Statement|Passage)
  WHERE $among[l.id]
  RETURN l, id AS statement
}
RETURN l.id AS id, l.passages AS passages, statement
ORDER BY id
LIMIT $limit
