// title: A paraphrase beside the nearest quotation of the same speaker
// why: a paraphrase may go beyond what was said; both stand in one document, and the reader compares
// param speaker: string = ""
// param document: string = ""
// param limit: integer = 200
// returns: speaker, document, paraphrase, paraphrase_types, paraphrase_outer_speakers, paraphrase_passages, quotation, quotation_form, quotation_types, quotation_outer_speakers, quotation_passages, characters_apart, about_both, said_on, paraphrase_review, quotation_review
// view: table
MATCH (who:Person|Organisation)<-[made:MADE_BY]-(s:Statement)
WHERE s.review <> 'rejected'
  AND NOT made.capacity IN ['document', 'publisher']
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
// Ids alone are grouped: a group keeps a row of what stood before, and a hub is heavy in each.
WITH DISTINCT who.id AS holder, s.id AS said, s.document AS document,
     s.form = 'indirect' AS indirect
WITH holder, document,
     sum(CASE WHEN indirect THEN 1 ELSE 0 END) AS paraphrases,
     sum(CASE WHEN indirect THEN 0 ELSE 1 END) AS quotations
WHERE paraphrases > 0
  AND quotations > 0
MATCH (d:Document {id: document})
WHERE $document = '' OR d.id = $document OR toLower(d.name) = toLower($document)
// Each of these documents has a row at least, so the first rows are of the first documents.
WITH d, collect(holder) AS holders
ORDER BY d.name, d.id
LIMIT $limit
UNWIND holders AS holder
WITH d, holder
MATCH (d)<-[:PART_OF_TEXT]-(p:Passage)<-[:STATED_IN]-(s:Statement)-[made:MADE_BY]->(who:Entity)
WHERE who.id = holder
  AND s.review <> 'rejected'
  AND NOT made.capacity IN ['document', 'publisher']
WITH holder, d, s, p.start AS start, p.end AS finish
WITH holder, d, s, min(start) AS start, max(finish) AS finish
ORDER BY start, s.id
WITH holder, d, collect({id: s.id, form: s.form, start: start, finish: finish}) AS said
WITH holder, d, said, [one IN said WHERE one.form <> 'indirect'] AS quotations
UNWIND [one IN said WHERE one.form = 'indirect'] AS paraphrase
WITH holder, d, paraphrase.id AS said, paraphrase.start AS start,
     [one IN quotations | {id: one.id, apart: CASE
       WHEN one.start >= paraphrase.finish THEN one.start - paraphrase.finish
       WHEN paraphrase.start >= one.finish THEN paraphrase.start - one.finish
       ELSE 0
     END}] AS distances
WITH holder, d, said, start,
     reduce(nearest = distances[0], one IN distances |
       CASE WHEN one.apart < nearest.apart THEN one ELSE nearest END) AS nearest
ORDER BY d.name, d.id, start, said, holder
LIMIT $limit
MATCH (who:Entity {id: holder})
MATCH (s:Statement {id: said})
MATCH (q:Statement {id: nearest.id})
WITH who, d, s, q, start, nearest.apart AS apart
ORDER BY d.name, d.id, start, s.id, who.id
WITH who, d, s, q, start, apart,
     COLLECT {
       MATCH (s)-[one:ABOUT]->(t:Entity)<-[other:ABOUT]-(q)
       WHERE one.review <> 'rejected' AND other.review <> 'rejected'
       RETURN DISTINCT t.name AS name
       ORDER BY name
     } AS about_both,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS paraphrase_passages,
     COLLECT {
       MATCH (q)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS quotation_passages
RETURN who.name AS speaker,
       d.name AS document,
       s.quote AS paraphrase,
       s.types AS paraphrase_types,
       coalesce(s.outer_speakers, []) AS paraphrase_outer_speakers,
       paraphrase_passages,
       q.quote AS quotation,
       q.form AS quotation_form,
       q.types AS quotation_types,
       coalesce(q.outer_speakers, []) AS quotation_outer_speakers,
       quotation_passages,
       apart AS characters_apart,
       about_both,
       s.date AS said_on,
       s.review AS paraphrase_review,
       q.review AS quotation_review
ORDER BY document, d.id, start, s.id, who.id
LIMIT $limit
