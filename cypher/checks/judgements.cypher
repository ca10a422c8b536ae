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
OPTIONAL MATCH (j)-[:ON]->(t)
OPTIONAL MATCH (t)-[:STATED_IN {position: 1}]->(words:Passage)
OPTIONAL MATCH (d:Document {id: words.document})
RETURN j.at AS at,
       j.by AS by,
       j.action AS action,
       j.verdict AS verdict,
       j.why AS why,
       toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS on_kind,
       coalesce(t.quote, t.name) AS on_words,
       coalesce(t.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       words.id AS passage,
       j.standing AS standing,
       j.fits AS fits,
       j.on AS on,
       j.id AS id
ORDER BY at DESC, id
LIMIT $limit
