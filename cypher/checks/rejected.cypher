// title: What a person rejected, and why
// why: what no other answer shows any more stands here with the reason, so that it can be taken back
// param limit: integer = 200
// returns: kind, of, quote, outer_speakers, document, passage, by, at, why, retracted, id
// view: table
CALL {
  MATCH (s:Statement)
  WHERE s.review = 'rejected'
  OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(words:Passage)
  RETURN 'statement' AS kind,
         COLLECT {
           MATCH (s)-[:MADE_BY]->(w)
           RETURN DISTINCT w.name AS name
           ORDER BY name
         } AS names,
         s.quote AS quote,
         coalesce(s.outer_speakers, []) AS outer_speakers,
         words.id AS passage,
         coalesce(s.retracted, false) AS retracted,
         s.id AS id
  UNION ALL
  MATCH (one:Entity|Statement)-[l]->(other:Entity)
  WHERE l.review = 'rejected'
  OPTIONAL MATCH (words:Passage {id: coalesce(l.passages[0], '')})
  RETURN type(l) AS kind,
         [one.name, other.name] AS names,
         words.quote AS quote,
         coalesce(one.outer_speakers, []) AS outer_speakers,
         words.id AS passage,
         coalesce(l.retracted, false) AS retracted,
         l.id AS id
}
WITH kind, names, quote, outer_speakers, passage, retracted, id
ORDER BY kind <> 'statement', kind, passage, id
LIMIT $limit
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
OPTIONAL MATCH (j:Judgement)
WHERE j.standing
  AND j.action IN ['reject', 'retract']
  AND (j.on = id OR (retracted AND j.on = d.id))
WITH kind, names, quote, outer_speakers, passage, retracted, id, d, j
ORDER BY j.at DESC, j.id
WITH kind, names, quote, outer_speakers, passage, retracted, id, d, collect(j)[0] AS j
RETURN kind,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS of,
       quote,
       outer_speakers,
       d.name AS document,
       passage,
       j.by AS by,
       j.at AS at,
       j.why AS why,
       retracted,
       id
ORDER BY kind <> 'statement', kind, passage, id
LIMIT $limit
