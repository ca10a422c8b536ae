// title: Who answered which report
// why: the list of reports
// param limit: integer = 100000
// returns: report, by, id, properties
// view: table
MATCH (w)-[l:RESPONDED_TO]->(r:Report)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
RETURN r.id AS report, w.id AS by, l.id AS id, properties(l) AS properties
ORDER BY report, l.date IS NULL, l.date, by, id
LIMIT $limit
