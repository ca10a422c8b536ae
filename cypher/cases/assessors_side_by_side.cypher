// title: Cases that more than one assessed, view beside view
// why: who assessed, and what each said of the case in their own words; that they differ is for a person to say
// param case: string = ""
// param limit: integer = 200
// returns: case, assessors, assessor, assessed_on, quote, said_on, said, types, outer_speakers, document, document_published, passage, said_passages, inferred, review
// view: table
MATCH (c:Case)<-[one:ASSESSED]-(someone:Person|Organisation)
WHERE one.review <> 'rejected'
  AND ($case = '' OR c.id = $case OR toLower(c.name) = toLower($case)
    OR any(alias IN c.aliases WHERE toLower(alias) = toLower($case)))
WITH c, count(DISTINCT someone) AS assessors
WHERE assessors > 1
MATCH (who:Person|Organisation)-[link:ASSESSED]->(c)
WHERE link.review <> 'rejected'
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
// What the same assessor says of the case, where any of it is held.
OPTIONAL MATCH (who)<-[:MADE_BY]-(s:Statement)-[about:ABOUT]->(c)
WHERE s.review <> 'rejected'
  AND about.review <> 'rejected'
WITH DISTINCT c, assessors, who, link, passage, words, d, s
RETURN c.name AS case,
       assessors,
       who.name AS assessor,
       link.date AS assessed_on,
       words.quote AS quote,
       s.date AS said_on,
       s.quote AS said,
       s.types AS types,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       COLLECT {
         MATCH (s)-[stated:STATED_IN]->(p:Passage)
         RETURN p.id
         ORDER BY stated.position, p.start
       } AS said_passages,
       link.inferred AS inferred,
       link.review AS review
ORDER BY case, c.id, assessor, who.id, words.document, words.start, link.id, s.id
LIMIT $limit
