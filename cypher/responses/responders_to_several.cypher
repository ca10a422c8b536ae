// title: Who answered more than one report
// why: what the same voice said to one report and to the next, in the order of the reports
// param responder: string = ""
// param limit: integer = 200
// returns: responder, reports, report, report_published, responded_on, quote, document, document_published, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[one:RESPONDED_TO]->(some:Report)
WHERE one.review <> 'rejected'
  AND ($responder = '' OR who.id = $responder OR toLower(who.name) = toLower($responder)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($responder)))
WITH who, count(DISTINCT some) AS reports
WHERE reports > 1
MATCH (who)-[link:RESPONDED_TO]->(r:Report)
WHERE link.review <> 'rejected'
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN who.name AS responder,
       reports,
       r.name AS report,
       r.published AS report_published,
       link.date AS responded_on,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY responder, who.id, report_published IS NULL, report_published, r.id, words.document,
         words.start, link.id
LIMIT $limit
