// title: Answers that stand in news alone
// why: a reply to a newspaper is no answer to a report; no letter or statement of the body itself is held here
// param report: string = ""
// param limit: integer = 200
// returns: report, responder, responded_on, quote, document, publisher, document_published, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:RESPONDED_TO]->(r:Report)
WHERE link.review <> 'rejected'
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS place
OPTIONAL MATCH (source:Document {id: split(coalesce(place, ''), '#')[0]})
WITH who, r,
     sum(CASE WHEN source IS NULL OR source.genre = 'news' THEN 0 ELSE 1 END) AS elsewhere
// Neither the speaker nor a body in which the speaker holds a post answered anywhere else.
WHERE elsewhere = 0
  AND NOT EXISTS {
    MATCH (who)-[post:HOLDS_ROLE]->(by)-[other:RESPONDED_TO]->(r)
    WHERE post.review <> 'rejected'
      AND other.review <> 'rejected'
    UNWIND other.passages AS place
    WITH place
    MATCH (held:Document {id: split(place, '#')[0]})
    WHERE coalesce(held.genre, '') <> 'news'
    RETURN held
  }
WITH who, r
MATCH (who)-[link:RESPONDED_TO]->(r)
WHERE link.review <> 'rejected'
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN r.name AS report,
       who.name AS responder,
       link.date AS responded_on,
       words.quote AS quote,
       d.name AS document,
       d.publisher AS publisher,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY report, r.id, document_published IS NULL, document_published, words.document, words.start,
         link.id
LIMIT $limit
