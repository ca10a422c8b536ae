// title: How two things are joined
// why: the shortest way from one name to another in up to four steps, each with its words
// param start: string
// param finish: string
// param documents: boolean = false
// param limit: integer = 200
// returns: start, finish, step, thing, link, direction, next, outer_speakers, quote, document, passage, review
// view: graph
MATCH (a:Entity)
WHERE ($start = '' OR a.id = $start OR toLower(a.name) = toLower($start)
    OR any(alias IN a.aliases WHERE toLower(alias) = toLower($start)))
MATCH (b:Entity)
WHERE ($finish = '' OR b.id = $finish OR toLower(b.name) = toLower($finish)
    OR any(alias IN b.aliases WHERE toLower(alias) = toLower($finish)))
  AND a.id <> b.id
  AND NOT a:Case AND NOT coalesce(a.protected, false)
// A path meets no case and no protected person. It runs through documents only where asked: two
// names in one article are not joined by it. ArcadeDB tests what stands behind a shortestPath only
// on the one path it found, so the steps are tested one by one instead.
MATCH path = (a)
  ((:Entity|Statement|Document)-[l]-(y:Entity|Statement|Document)
   WHERE NOT y:Case
     AND NOT coalesce(y.protected, false)
     AND coalesce(y.review, 'proposed') <> 'rejected'
     AND coalesce(l.review, 'proposed') <> 'rejected'
     AND ($documents OR NOT y:Document)){1,4}
  (b)
WITH a, b, path
ORDER BY length(path), [l IN relationships(path) | l.id]
WITH a, b, collect(path)[0] AS path
UNWIND range(0, length(path) - 1) AS step
WITH a, b, step, nodes(path)[step] AS near, nodes(path)[step + 1] AS far,
     relationships(path)[step] AS l
UNWIND CASE WHEN size(coalesce(l.passages, [])) = 0 THEN [null] ELSE l.passages END AS passage
OPTIONAL MATCH (words:Passage {id: passage})
OPTIONAL MATCH (d:Document {id: words.document})
RETURN a.name AS start,
       b.name AS finish,
       step + 1 AS step,
       near.name AS thing,
       type(l) AS link,
       CASE WHEN startNode(l).id = near.id THEN 'from' ELSE 'to' END AS direction,
       far.name AS next,
       coalesce(near.outer_speakers, []) + coalesce(far.outer_speakers, []) AS outer_speakers,
       words.quote AS quote,
       d.name AS document,
       passage AS passage,
       l.review AS review
ORDER BY a.name, a.id, b.name, b.id, step, words.document, words.start, l.id
LIMIT $limit
