// title: What was published on a body after a report
// why: a failing that was found once is looked for in the next report on the same body
// param body: string = ""
// param report: string = ""
// param limit: integer = 200
// returns: body, report, report_published, later_report, later_published, days, quote, document, passage, inferred, confidence, review
// view: timeline
MATCH (r:Report)-[first:INSPECTED|CONCERNS]->(whom:Organisation)
WHERE first.review <> 'rejected'
  AND r.published IS NOT NULL
  AND ($body = '' OR whom.id = $body OR toLower(whom.name) = toLower($body)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($body)))
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
WITH DISTINCT r, whom
MATCH (later:Report)-[link:INSPECTED|CONCERNS]->(whom)
WHERE link.review <> 'rejected'
  AND left(later.published, size(r.published)) > r.published
// Of several links of a pair one is shown: the surest, then the first by id.
WITH r, whom, later, link
ORDER BY link.inferred, link.id
WITH r, whom, later, collect(link)[0] AS link
WITH r, whom, later, link, link.passages[0] AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN whom.name AS body,
       r.name AS report,
       r.published AS report_published,
       later.name AS later_report,
       later.published AS later_published,
       CASE WHEN size(r.published) = 10 AND size(later.published) = 10
            THEN duration.inDays(date(r.published), date(later.published)).days
       END AS days,
       words.quote AS quote,
       d.name AS document,
       passage AS passage,
       link.inferred AS inferred,
       link.confidence AS confidence,
       link.review AS review
ORDER BY body, whom.id, report_published, report, r.id, later_published, later_report, later.id
LIMIT $limit
