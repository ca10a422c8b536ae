// title: What joins people, bodies, reports and operations, by where it begins
// why: measures; a row each of fifty thousand links, in their order, takes three times as long
// param most: integer
// param limit: integer = 100000
// returns: source, links
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
WITH source, [id, target, statement, accepted] AS link
LIMIT $most
WITH source, collect(link) AS links
RETURN source, links
ORDER BY source
LIMIT $limit
