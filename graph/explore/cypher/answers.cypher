// title: Who answered which report, the first of each
// why: the list of reports
// param ids: list
// param each: integer = 20
// param limit: integer = 100000
// returns: report, total, by, id, properties
// view: table
UNWIND $ids AS report
WITH report
MATCH (r:Report {id: report})<-[l:RESPONDED_TO]-(w)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
WITH report, l
ORDER BY report, l.date IS NULL, l.date, w.id, l.id
WITH report, count(l) AS total, collect(l)[0..$each] AS first
UNWIND first AS l
RETURN report, total, startNode(l).id AS by, l.id AS id, properties(l) AS properties
ORDER BY report, l.date IS NULL, l.date, by, id
LIMIT $limit
