// title: The neighbours of one name, counted
// why: to choose where to go on: how many links lead to each neighbour, how many are only inferred, and how many lead on from there
// param thing: string
// param limit: integer = 200
// returns: thing, link, direction, other, kind, links, inferred, accepted, onward, quotes, passages
// view: graph
MATCH (t:Entity)-[l]-(o:Entity)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND (t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND (type(l) = 'ASSESSED' OR NOT ((t:Person AND o:Case) OR (t:Case AND o:Person)))
WITH t, l, o, type(l) AS link,
     CASE WHEN startNode(l).id = t.id THEN 'from' ELSE 'to' END AS direction
ORDER BY l.id
WITH t, o, link, direction,
     count(l) AS links,
     sum(CASE WHEN l.inferred THEN 1 ELSE 0 END) AS inferred,
     sum(CASE WHEN l.review = 'accepted' THEN 1 ELSE 0 END) AS accepted,
     collect(coalesce(l.passages, [])) AS places
WITH t, o, link, direction, links, inferred, accepted,
     reduce(every = [], place IN places | every + place) AS passages
ORDER BY t.name, t.id, links DESC, link, o.name, o.id
LIMIT $limit
RETURN t.name AS thing,
       link,
       direction,
       o.name AS other,
       toLower([label IN labels(o) WHERE label <> 'Entity'][0]) AS kind,
       links,
       inferred,
       accepted,
       COUNT {
         MATCH (o)-[next]-(further:Entity)
         WHERE coalesce(next.review, 'proposed') <> 'rejected'
           AND further.id <> t.id
         RETURN DISTINCT further
       } AS onward,
       COLLECT {
         UNWIND passages AS passage
         WITH passage
         MATCH (words:Passage {id: passage})
         RETURN words.quote AS quote
         ORDER BY words.document, words.start, words.id
       } AS quotes,
       COLLECT {
         UNWIND passages AS passage
         WITH passage
         MATCH (words:Passage {id: passage})
         RETURN words.id AS place
         ORDER BY words.document, words.start, words.id
       } AS passages
ORDER BY thing, t.id, links DESC, link, other, o.id, direction
LIMIT $limit
