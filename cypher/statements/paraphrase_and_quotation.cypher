// title: A paraphrase beside the nearest quotation of the same speaker
// why: a paraphrase may go beyond what was said; both stand in one document, and the reader compares
// param speaker: string = ""
// param document: string = ""
// param limit: integer = 200
// returns: speaker, document, paraphrase, paraphrase_types, paraphrase_outer_speakers, paraphrase_passages, quotation, quotation_form, quotation_types, quotation_outer_speakers, quotation_passages, characters_apart, about_both, said_on, paraphrase_review, quotation_review
// view: table
MATCH (who:Person|Organisation)<-[made:MADE_BY]-(s:Statement)-[:STATED_IN]->(p:Passage)
WHERE s.review <> 'rejected'
  AND NOT made.capacity IN ['document', 'publisher']
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
WITH who, s, min(p.start) AS start, max(p.end) AS finish
ORDER BY start, s.id
WITH who, s.document AS document,
     collect({id: s.id, form: s.form, start: start, finish: finish}) AS said
UNWIND [one IN said WHERE one.form = 'indirect'] AS paraphrase
UNWIND [one IN said WHERE one.form <> 'indirect'] AS quotation
WITH who, document, paraphrase, quotation,
     CASE
       WHEN quotation.start >= paraphrase.finish THEN quotation.start - paraphrase.finish
       WHEN paraphrase.start >= quotation.finish THEN paraphrase.start - quotation.finish
       ELSE 0
     END AS apart
ORDER BY apart, quotation.start, quotation.id
WITH who, document, paraphrase.id AS said, paraphrase.start AS start,
     collect(quotation.id)[0] AS nearest, min(apart) AS apart
MATCH (d:Document {id: document})
WHERE $document = '' OR d.id = $document OR toLower(d.name) = toLower($document)
MATCH (s:Statement {id: said})
MATCH (q:Statement {id: nearest})
WITH who, d, s, q, start, apart
ORDER BY d.name, d.id, start, s.id, who.id
LIMIT $limit
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
