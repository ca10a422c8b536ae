// title: One link by id
// why: the evidence behind it; the words of a statement's own links are the statement's
// param id: id
// param limit: integer = 1
// returns: id, type, properties, source, target, statement, document
// view: table
MATCH (n:Entity|Statement|Document)-[l {id: $id}]->(o)
WHERE type(l) = 'ASSESSED' OR NOT ((n:Person AND o:Case) OR (n:Case AND o:Person))
OPTIONAL MATCH (o)-[:PART_OF_TEXT]->(d:Document)
RETURN l.id AS id,
       type(l) AS type,
       properties(l) AS properties,
       n.id AS source,
       o.id AS target,
       CASE WHEN n:Statement THEN n.id END AS statement,
       d.id AS document
ORDER BY id
LIMIT $limit
