// title: Cases that a report speaks of
// why: the places of a report at which a case stands, before anyone says that two reports mean the same one
// param report: string = ""
// param limit: integer = 200
// returns: report, report_published, case, quote, document, passage
// view: table
MATCH (d:Document)-[:MENTIONS]->(r:Report)
// The document is the report itself: it bears its name, or is a report of the same day.
WHERE (toLower(d.name) = toLower(r.name)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower(d.name))
    OR (d.genre = 'report' AND d.published = r.published))
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
MATCH (d)-[link:MENTIONS]->(c:Case)
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
RETURN r.name AS report,
       r.published AS report_published,
       c.name AS case,
       words.quote AS quote,
       d.name AS document,
       passage AS passage
ORDER BY report_published IS NULL, report_published, report, r.id, d.id, words.start, c.id, passage
LIMIT $limit
