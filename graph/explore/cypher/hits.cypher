// title: Things found by a search
// why: what a result shows; a nested statement is shown with its outer speakers
// param ids: list
// param limit: integer = 1000
// returns: id, labels, name, anonymous, protected, digest, quote, document, genre, outer_speakers, mention
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
       coalesce(n.protected, false) AS protected,
       n.digest AS digest,
       n.quote AS quote,
       n.document AS document,
       n.genre AS genre,
       COLLECT {
         MATCH (n)-[:WITHIN]->(:Statement)-[:MADE_BY]->(w)
         RETURN w.id
         ORDER BY w.name, w.id
       } AS outer_speakers,
       COLLECT {
         MATCH (n)<-[m:MENTIONS]-(d:Document)
         RETURN m.passages[0]
         ORDER BY d.id
         LIMIT 1
       } AS mention
ORDER BY id
LIMIT $limit
