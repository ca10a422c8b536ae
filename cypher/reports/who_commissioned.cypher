// title: Who commissioned a report, and whether they answered it
// why: a body that asks for a report and answers it stands on both sides of it
// param commissioner: string = ""
// param limit: integer = 200
// returns: report, commissioner, asked_on, quote, document, document_published, passage, answered, answer, answer_document, answer_passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:COMMISSIONED]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($commissioner = '' OR who.id = $commissioner OR toLower(who.name) = toLower($commissioner)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($commissioner)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
OPTIONAL MATCH (who)-[answer:RESPONDED_TO]->(r)
WHERE answer.review <> 'rejected'
WITH who, r, link, passage, words, d, answer
UNWIND CASE WHEN size(coalesce(answer.passages, [])) = 0 THEN [null]
            ELSE answer.passages END AS place
OPTIONAL MATCH (reply:Passage {id: coalesce(place, '')})
OPTIONAL MATCH (held:Document {id: coalesce(reply.document, '')})
RETURN r.name AS report,
       who.name AS commissioner,
       link.date AS asked_on,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       CASE WHEN answer IS NULL THEN 'no answer held' ELSE 'answered' END AS answered,
       reply.quote AS answer,
       held.name AS answer_document,
       place AS answer_passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY report, r.id, commissioner, words.document, words.start, link.id, reply.document,
         reply.start
LIMIT $limit
