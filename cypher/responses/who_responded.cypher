// title: Who responded to which report, in which words
// why: to set answers beside the report they answer, each with the words that say so
// param report: string = ""
// param limit: integer = 200
// returns: report, responder, responded_on, quote, document, document_published, genre, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:RESPONDED_TO]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN r.name AS report,
       who.name AS responder,
       link.date AS responded_on,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       d.genre AS genre,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY report, r.id, responder, who.id, words.document, words.start, link.id
LIMIT $limit
