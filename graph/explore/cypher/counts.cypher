// title: What each archive's graph was left with
// why: counting everything takes seconds; the loader notes its counts
// param limit: integer = 100
// returns: version, counted, counts
// view: table
MATCH (n:GraphState)
RETURN n.version AS version, n.counted AS counted, n.counts AS counts
ORDER BY n.id
LIMIT $limit
