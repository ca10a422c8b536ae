// title: What was retracted, and what was compared with it
// why: a retraction touches all that stands in the source, and every comparison a person made with it
// param limit: integer = 200
// returns: kind, of, quote, outer_speakers, document, passage, by, at, why, comparisons, id
// view: table
CALL {
  MATCH (s:Statement)
  WHERE s.retracted
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
         s.id AS id
  UNION ALL
  MATCH (one:Entity)-[l]->(other:Entity)
  WHERE l.retracted
  OPTIONAL MATCH (words:Passage {id: coalesce(l.passages[0], '')})
  RETURN type(l) AS kind,
         [one.name, other.name] AS names,
         words.quote AS quote,
         [] AS outer_speakers,
         words.id AS passage,
         l.id AS id
  UNION ALL
  MATCH (d:Document)
  WHERE d.retracted
  RETURN 'document' AS kind,
         [coalesce(d.publisher, 'unknown publisher')] AS names,
         d.name AS quote,
         [] AS outer_speakers,
         null AS passage,
         d.id AS id
}
WITH kind, names, quote, outer_speakers, passage, id
ORDER BY kind <> 'document', kind <> 'statement', kind, passage, id
LIMIT $limit
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, id)})
OPTIONAL MATCH (j:Judgement {action: 'retract'})
WHERE j.standing
  AND (j.on = id OR j.on = d.id)
WITH kind, names, quote, outer_speakers, passage, id, d, j
ORDER BY j.at DESC, j.id
WITH kind, names, quote, outer_speakers, passage, id, d, collect(j)[0] AS j
RETURN kind,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS of,
       quote,
       outer_speakers,
       d.name AS document,
       passage,
       j.by AS by,
       j.at AS at,
       j.why AS why,
       COUNT {
         MATCH (c:Judgement {action: 'compare'})-[:BETWEEN]->(:Statement {id: id})
         WHERE c.standing
       } AS comparisons,
       id
ORDER BY kind <> 'document', kind <> 'statement', kind, passage, id
LIMIT $limit
