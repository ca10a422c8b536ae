// title: How two things are joined
// why: the shortest way from one name to another in up to four steps, each with its words; a way is no surer than its least sure step
// param start: string
// param finish: string
// param documents: boolean = false
// param limit: integer = 200
// returns: start, finish, step, thing, link, direction, next, outer_speakers, quote, document, passage, inferred, review
// view: graph
MATCH (a:Entity)
WHERE (a.id = $start OR toLower(a.name) = toLower($start)
    OR any(alias IN a.aliases WHERE toLower(alias) = toLower($start)))
  AND NOT a:Case AND NOT coalesce(a.protected, false)
MATCH (b:Entity)
WHERE (b.id = $finish OR toLower(b.name) = toLower($finish)
    OR any(alias IN b.aliases WHERE toLower(alias) = toLower($finish)))
  AND a.id <> b.id
  AND NOT b:Case AND NOT coalesce(b.protected, false)
// A path meets no case and no protected person. It runs through documents only where asked: two
// names in one article are not joined by it. Hundreds of links may join two things, so what is
// reached is kept, from both ends, and not the ways that lead there. (ArcadeDB tests what stands
// behind a shortestPath only on the one path it found.)
WITH a, b,
     EXISTS {
       MATCH (a)-[l]-(b)
       WHERE coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(b.review, 'proposed') <> 'rejected'
     } AS direct
WITH a, b, direct,
     COLLECT {
       MATCH (a)-[l]-(x:Entity|Statement|Document)
       WHERE NOT direct
         AND coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
         AND EXISTS {
           MATCH (x)-[k]-(b)
           WHERE coalesce(k.review, 'proposed') <> 'rejected'
         }
       RETURN DISTINCT x
       ORDER BY x.id
       LIMIT 1
     }[0] AS second
// A round further is made only where none before it arrived.
WITH a, b, direct, second,
     COLLECT {
       MATCH (a)-[l]-(x:Entity|Statement|Document)
       WHERE NOT direct AND second IS NULL
         AND coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
       RETURN DISTINCT x
       ORDER BY x.id
     } AS near_a,
     COLLECT {
       MATCH (b)-[l]-(x:Entity|Statement|Document)
       WHERE NOT direct AND second IS NULL
         AND coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
       RETURN DISTINCT x
       ORDER BY x.id
     } AS near_b
WITH a, b, direct, second, near_a, near_b, [x IN near_b | x.id] AS ids_b
WITH a, b, direct, second, near_b, ids_b,
     COLLECT {
       UNWIND near_a AS near
       WITH near
       MATCH (near)-[l]-(x:Entity|Statement|Document)
       WHERE coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
       RETURN DISTINCT x
       ORDER BY x.id
     } AS far_a
WITH a, b, near_b, direct, second, far_a,
     [x IN far_a WHERE x.id IN ids_b][0] AS third
WITH a, b, direct, second, third, far_a,
     COLLECT {
       UNWIND CASE WHEN third IS NULL AND size(far_a) > 0 THEN near_b ELSE [] END AS near
       WITH near
       MATCH (near)-[l]-(x:Entity|Statement|Document)
       WHERE coalesce(l.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
       RETURN DISTINCT x
       ORDER BY x.id
     } AS far_b
WITH a, b, direct, second, third, far_a, [x IN far_b | x.id] AS ids_b
WITH a, b, direct, second, third, [x IN far_a WHERE x.id IN ids_b][0] AS fourth
WITH a, b,
     CASE WHEN direct THEN b ELSE coalesce(second, third, fourth) END AS middle,
     CASE
       WHEN direct THEN 1
       WHEN second IS NOT NULL THEN 2
       WHEN third IS NOT NULL THEN 3
       WHEN fourth IS NOT NULL THEN 4
     END AS steps
WHERE steps IS NOT NULL
WITH a, b, middle, steps,
     CASE WHEN steps > 2 THEN middle ELSE a END AS after,
     CASE WHEN steps = 4 THEN middle ELSE b END AS ahead
WITH a, b, middle, steps,
     COLLECT {
       MATCH (a)-[k]-(x:Entity|Statement|Document)
       WHERE steps > 2
         AND coalesce(k.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
         AND EXISTS {
           MATCH (x)-[l]-(after)
           WHERE coalesce(l.review, 'proposed') <> 'rejected'
         }
       RETURN DISTINCT x
       ORDER BY x.id
       LIMIT 1
     }[0] AS before,
     COLLECT {
       MATCH (ahead)-[k]-(x:Entity|Statement|Document)
       WHERE steps = 4
         AND coalesce(k.review, 'proposed') <> 'rejected'
         AND coalesce(x.review, 'proposed') <> 'rejected'
         AND NOT x:Case AND NOT coalesce(x.protected, false) AND ($documents OR NOT x:Document)
         AND EXISTS {
           MATCH (x)-[l]-(b)
           WHERE coalesce(l.review, 'proposed') <> 'rejected'
         }
       RETURN DISTINCT x
       ORDER BY x.id
       LIMIT 1
     }[0] AS behind
WITH a, b, CASE steps
       WHEN 1 THEN [a, b]
       WHEN 2 THEN [a, middle, b]
       WHEN 3 THEN [a, before, middle, b]
       ELSE [a, before, middle, behind, b]
     END AS things
UNWIND range(0, size(things) - 2) AS step
WITH a, b, step, things[step] AS near, things[step + 1] AS far
MATCH (near)-[l]-(far)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
WITH a, b, step, near, far, l
ORDER BY coalesce(l.inferred, false), l.id
WITH a, b, step, near, far, collect(l)[0] AS l
UNWIND CASE WHEN size(coalesce(l.passages, [])) = 0 THEN [null] ELSE l.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
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
       l.inferred AS inferred,
       l.review AS review
ORDER BY a.name, a.id, b.name, b.id, step, words.document, words.start, l.id
LIMIT $limit
