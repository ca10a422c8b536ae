// title: Judgements on what has changed or gone
// why: a decision that no longer fits its words is neither dropped nor moved; a person decides again
// param by: string = ""
// param limit: integer = 200
// returns: at, by, action, verdict, why, misfit, on_words, outer_speakers, document, passage, on, id
// view: table
MATCH (j:Judgement)
WHERE j.fits = false
  AND j.standing
  AND ($by = '' OR toLower(j.by) = toLower($by))
OPTIONAL MATCH (j)-[:ON]->(t)
OPTIONAL MATCH (t)-[:STATED_IN {position: 1}]->(words:Passage)
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN j.at AS at,
       j.by AS by,
       j.action AS action,
       j.verdict AS verdict,
       j.why AS why,
       j.misfit AS misfit,
       coalesce(t.quote, t.name) AS on_words,
       coalesce(t.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       words.id AS passage,
       j.on AS on,
       j.id AS id
ORDER BY at DESC, id
LIMIT $limit
