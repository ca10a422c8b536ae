// title: The network of one name
// why: everything that leads to or from one person, body, report or case, with its words
// param thing: string
// param limit: integer = 500
// returns: thing, link, direction, other, kind, quote, document, passage, inferred, review
// view: graph
MATCH (t:Entity)-[l]-(o:Entity)
WHERE coalesce(l.review, 'proposed') <> 'rejected'
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
  AND (type(l) = 'ASSESSED' OR NOT ((t:Person AND o:Case) OR (t:Case AND o:Person)))
UNWIND CASE WHEN size(coalesce(l.passages, [])) = 0 THEN [null] ELSE l.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN t.name AS thing,
       type(l) AS link,
       CASE WHEN startNode(l).id = t.id THEN 'from' ELSE 'to' END AS direction,
       o.name AS other,
       toLower([label IN labels(o) WHERE label <> 'Entity'][0]) AS kind,
       words.quote AS quote,
       d.name AS document,
       passage AS passage,
       l.inferred AS inferred,
       l.review AS review
ORDER BY t.name, t.id, link, o.name, o.id, words.document, words.start, l.id
LIMIT $limit
