// title: Which reports are on a body
// why: everything that was published about one body, in time, with the words that say what it is on
// param body: string = ""
// param limit: integer = 200
// returns: body, report, report_published, publishers, link, quote, document, document_published, passage, inferred, confidence, review
// view: timeline
MATCH (r:Report)-[link:INSPECTED|CONCERNS]->(whom:Organisation)
WHERE link.review <> 'rejected'
  AND ($body = '' OR whom.id = $body OR toLower(whom.name) = toLower($body)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($body)))
WITH whom, link, r
ORDER BY whom.name, whom.id, r.published IS NULL, r.published, r.name, r.id, link.passages[0],
         link.id
LIMIT $limit
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH r, whom, link, passage, words, d,
     COLLECT {
       MATCH (who)-[out:PUBLISHED]->(r)
       WHERE out.review <> 'rejected'
       RETURN DISTINCT who.name AS name
       ORDER BY name
     } AS publishers
RETURN whom.name AS body,
       r.name AS report,
       r.published AS report_published,
       publishers,
       type(link) AS link,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.confidence AS confidence,
       link.review AS review
ORDER BY body, whom.id, report_published IS NULL, report_published, report, r.id, words.document,
         words.start, passage
LIMIT $limit
