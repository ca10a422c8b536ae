// title: Who published which report
// why: the words on which it rests that a report is a body's, with the day where they give one
// param report: string = ""
// param publisher: string = ""
// param limit: integer = 200
// returns: report, publisher, published_on, quote, document, document_published, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:PUBLISHED]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
  AND ($publisher = '' OR who.id = $publisher OR toLower(who.name) = toLower($publisher)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($publisher)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN r.name AS report,
       who.name AS publisher,
       link.date AS published_on,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY report, r.id, publisher, published_on IS NULL, published_on, words.document, words.start,
         link.id
LIMIT $limit
