// title: Ids of the statements about one thing
// why: an entity's page, in order of date as the question `statements/about` has them
// param id: id
// param limit: integer = 100
// returns: id
// view: table
MATCH (t:Entity {id: $id})<-[l:ABOUT]-(s:Statement)
WHERE s.review <> 'rejected'
  AND l.review <> 'rejected'
WITH DISTINCT s
OPTIONAL MATCH (s)-[:STATED_IN]->(p:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH s, min(d.published) AS published, min(p.start) AS start
RETURN s.id AS id
ORDER BY s.date IS NULL, s.date, published IS NULL, published, s.document, start, id
LIMIT $limit
