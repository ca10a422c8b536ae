// title: Names, words and documents, as they are to be found
// why: the search index keeps what the graph holds, and nothing that was rejected or is masked
// param ids: list
// param limit: integer = 1000
// returns: id, labels, digest, name, aliases, reference, quote, words, sha256, publisher, file, masked, rejected
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
       n.digest AS digest,
       n.name AS name,
       coalesce(n.aliases, []) AS aliases,
       n.reference AS reference,
       n.quote AS quote,
       COLLECT {
         MATCH (n)-[s:STATED_IN]->(p:Passage)
         RETURN p.quote
         ORDER BY s.position, p.id
       } AS words,
       n.sha256 AS sha256,
       n.publisher AS publisher,
       n.file AS file,
       coalesce(n.masked, []) AS masked,
       coalesce(n.review, '') = 'rejected' OR coalesce(n.retracted, false) AS rejected
ORDER BY id
LIMIT $limit
