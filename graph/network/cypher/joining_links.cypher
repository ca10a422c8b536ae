// title: What joins people, bodies, reports and operations
// why: measures; a statement joins its holder and what it is about, a mention joins nothing
// param limit: integer = 100000
// returns: id, source, target, statement, accepted
// view: graph
CALL () {
  MATCH (a:Person|Organisation|Report|Operation)-[l]->(b:Person|Organisation|Report|Operation)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
  RETURN l.id AS id, a.id AS source, b.id AS target, null AS statement,
         coalesce(l.review, 'proposed') = 'accepted' AS accepted
  UNION ALL
  MATCH (a:Person|Organisation)<-[:MADE_BY]-(s:Statement)-[l:ABOUT]->(b:Person|Organisation|Report|Operation)
  WHERE coalesce(s.review, 'proposed') <> 'rejected'
    AND coalesce(l.review, 'proposed') <> 'rejected'
  RETURN l.id AS id, a.id AS source, b.id AS target, s.id AS statement,
         s.review = 'accepted' AND coalesce(l.review, 'proposed') = 'accepted' AS accepted
}
RETURN id, source, target, statement, accepted
ORDER BY source, target, id
LIMIT $limit
