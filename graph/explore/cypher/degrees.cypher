// title: How many links of which type each thing has
// why: degrees in a scene; counted where they are read, for a scene meets tens of thousands
// param ids: list
// param limit: integer = 100000
// returns: id, type, links
// view: table
CALL () {
  UNWIND $ids AS id
  WITH id
  MATCH (n:Entity {id: id})-[l]-(o:Entity|Statement|Document)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
    AND (type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person)))
  RETURN id, type(l) AS type, count(DISTINCT l) AS links
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[l]-(o:Entity|Statement)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
  RETURN id, type(l) AS type, count(DISTINCT l) AS links
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})-[l]-(o:Entity)
  WHERE coalesce(l.review, 'proposed') <> 'rejected'
    AND coalesce(o.review, 'proposed') <> 'rejected'
  RETURN id, type(l) AS type, count(DISTINCT l) AS links
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Statement {id: id})-[:STATED_IN]->(:Passage)-[:PART_OF_TEXT]->(o:Document)
  RETURN id, 'STATED_IN' AS type, count(DISTINCT o) AS links
  UNION ALL
  UNWIND $ids AS id
  WITH id
  MATCH (n:Document {id: id})<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(o:Statement)
  WHERE coalesce(o.review, 'proposed') <> 'rejected'
  RETURN id, 'STATED_IN' AS type, count(DISTINCT o) AS links
}
RETURN id, type, links
ORDER BY id, type
LIMIT $limit
