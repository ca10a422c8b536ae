// title: Things of a scene
// why: a statement is named by its whole words, a nested one also by its outer speakers
// param ids: list
// param limit: integer = 100000
// returns: id, labels, name, anonymous, protected, types, date, review, outer, outer_speakers
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
RETURN n.id AS id,
       labels(n) AS labels,
       coalesce(n.quote, n.name) AS name,
       coalesce(n.anonymous, false) AS anonymous,
       coalesce(n.protected, false) AS protected,
       coalesce(n.types, []) AS types,
       coalesce(n.date, n.published) AS date,
       n.review AS review,
       n.outer AS outer,
       coalesce(n.outer_speakers, []) AS outer_speakers
ORDER BY id
LIMIT $limit
