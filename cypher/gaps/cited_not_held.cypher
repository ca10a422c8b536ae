// title: Reports that are spoken of and not known to be held
// why: no document here is known to be the report itself; it is to be asked for, or to be recognised as one that is held
// param report: string = ""
// param limit: integer = 200
// returns: report, report_published, publishers, quote, document, publisher, document_published, passage
// view: table
MATCH (r:Report)
WHERE ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
  // A document is the report itself where it bears its name, or is a report of the same day.
  AND NOT EXISTS {
    MATCH (own:Document)-[:MENTIONS]->(r)
    WHERE toLower(own.name) = toLower(r.name)
      OR any(alias IN r.aliases WHERE toLower(alias) = toLower(own.name))
      OR (own.genre = 'report' AND own.published = r.published)
  }
WITH r
MATCH (r)<-[link:MENTIONS]-(d:Document)
WITH r, link, d
ORDER BY r.name, r.id, d.published IS NULL, d.published, d.id
LIMIT $limit
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
WITH r, d, passage, words,
     COLLECT {
       MATCH (who)-[out:PUBLISHED]->(r)
       WHERE out.review <> 'rejected'
       RETURN DISTINCT who.name AS name
       ORDER BY name
     } AS publishers
RETURN r.name AS report,
       r.published AS report_published,
       publishers,
       words.quote AS quote,
       d.name AS document,
       d.publisher AS publisher,
       d.published AS document_published,
       passage AS passage
ORDER BY report, r.id, document_published IS NULL, document_published, d.id, words.start, passage
LIMIT $limit
