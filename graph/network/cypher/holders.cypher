// title: Who holds statements
// why: a statement keeps its speaker where the link to a protected one is left out
// param ids: list
// param limit: integer = 100000
// returns: id, name, protected
// view: table
UNWIND $ids AS id
WITH id
MATCH (s:Statement {id: id})-[:MADE_BY]->(w:Entity)
RETURN s.id AS id, w.name AS name, coalesce(w.protected, false) AS protected
ORDER BY id, name, w.id
LIMIT $limit
