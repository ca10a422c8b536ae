// title: Things by id
// why: to name what a page links to
// param ids: list
// param limit: integer = 100000
// returns: id, labels, name, anonymous, protected
// view: table
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
RETURN n.id AS id,
       labels(n) AS labels,
       n.name AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected
ORDER BY id
LIMIT $limit
