// title: What a body answered, itself or through those who hold a post in it
// why: the duty is the body's and the words are a person's; a person counts where the same document gives the post
// param body: string = ""
// param report: string = ""
// param limit: integer = 200
// returns: body, responder, role, report, responded_on, quote, document, document_published, genre, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:RESPONDED_TO]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
OPTIONAL MATCH (who)-[held:HOLDS_ROLE]->(office:Organisation)
WHERE held.review <> 'rejected'
  AND any(place IN held.passages WHERE place STARTS WITH words.document + '#')
WITH DISTINCT who, link, r, passage, words, d,
     CASE WHEN who:Organisation THEN who ELSE office END AS body,
     CASE WHEN who:Organisation THEN null ELSE held.role END AS role
WHERE body IS NOT NULL
  AND ($body = '' OR body.id = $body OR toLower(body.name) = toLower($body)
    OR any(alias IN body.aliases WHERE toLower(alias) = toLower($body)))
RETURN body.name AS body,
       who.name AS responder,
       role,
       r.name AS report,
       link.date AS responded_on,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       d.genre AS genre,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY body, document_published IS NULL, document_published, words.document, words.start,
         responder, role, link.id
LIMIT $limit
