// title: What people decided, and why
// why: each decision with its day, its reason and the words it was on; the latest come first
// param by: string = ""
// param action: string = ""
// param limit: integer = 200
// returns: at, by, action, verdict, why, on_kind, on_words, outer_speakers, document, passage, standing, fits, on, id
// view: table
MATCH (j:Judgement)
WHERE ($by = '' OR toLower(j.by) = toLower($by))
  AND ($action = '' OR j.action = $action)
WITH j
ORDER BY j.at DESC, j.id
LIMIT $limit
WITH collect(j) AS judged
// A link is no node, so a judgement on one names it by its id; all are found in one go.
OPTIONAL MATCH (one:Entity|Statement)-[l]->(other:Entity)
WHERE l.id IN [j IN judged | j.on]
WITH judged,
     collect({id: l.id, type: type(l), words: one.name + ' → ' + other.name,
              outer: one.outer_speakers, passage: l.passages[0]}) AS links
UNWIND judged AS j
WITH j, [link IN links WHERE link.id = j.on][0] AS link
OPTIONAL MATCH (j)-[:ON]->(t)
OPTIONAL MATCH (t)-[:STATED_IN {position: 1}]->(first:Passage)
WITH j, link, t, coalesce(first.id, link.passage) AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, j.on)})
RETURN j.at AS at,
       j.by AS by,
       j.action AS action,
       j.verdict AS verdict,
       j.why AS why,
       coalesce(link.type, toLower([label IN labels(t) WHERE label <> 'Entity'][0])) AS on_kind,
       coalesce(t.quote, t.name, link.words) AS on_words,
       coalesce(t.outer_speakers, link.outer, []) AS outer_speakers,
       d.name AS document,
       passage,
       j.standing AS standing,
       j.fits AS fits,
       j.on AS on,
       j.id AS id
ORDER BY at DESC, id
LIMIT $limit
