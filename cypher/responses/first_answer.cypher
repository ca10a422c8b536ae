// title: How long until a report was first answered
// why: the first answer that a document held tells of; the day of that document is the latest it can be
// param report: string = ""
// param limit: integer = 200
// returns: report, report_published, responder, responded_on, told_on, days, days_at_most, quote, document, passage, inferred, review
// view: timeline
MATCH (who:Person|Organisation)-[link:RESPONDED_TO]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH r, who, link, passage, words, d
ORDER BY coalesce(link.date, d.published) IS NULL, coalesce(link.date, d.published),
         words.document, words.start, link.inferred, link.id
WITH r, collect({who: who.name, on: link.date, passage: passage, inferred: link.inferred,
                 review: link.review})[0] AS first,
     collect(words)[0] AS words,
     collect(d)[0] AS d
RETURN r.name AS report,
       r.published AS report_published,
       first.who AS responder,
       first.on AS responded_on,
       d.published AS told_on,
       CASE WHEN size(r.published) = 10 AND size(first.on) = 10
            THEN duration.inDays(date(r.published), date(first.on)).days
       END AS days,
       CASE WHEN size(r.published) = 10 AND size(d.published) = 10
            THEN duration.inDays(date(r.published), date(d.published)).days
       END AS days_at_most,
       words.quote AS quote,
       d.name AS document,
       first.passage AS passage,
       first.inferred AS inferred,
       first.review AS review
ORDER BY report_published IS NULL, report_published, report, r.id
LIMIT $limit
