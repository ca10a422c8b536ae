// title: Those to whom a report is addressed and of whom no answer is held
// why: an answer not found here is a gap of the archive first; it is no refusal
// param body: string = ""
// param limit: integer = 200
// returns: report, report_published, body, quote, document, document_published, passage, inferred, review
// view: table
MATCH (r:Report)-[link:ADDRESSED_TO]->(whom:Person|Organisation)
WHERE link.review <> 'rejected'
  AND ($body = '' OR whom.id = $body OR toLower(whom.name) = toLower($body)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($body)))
WITH DISTINCT r, whom
WHERE NOT EXISTS {
    MATCH (r)<-[answer:RESPONDED_TO]-(whom)
    WHERE answer.review <> 'rejected'
  }
  AND NOT EXISTS {
    MATCH (r)<-[answer:RESPONDED_TO]-(by)-[held:HOLDS_ROLE]->(whom)
    WHERE answer.review <> 'rejected'
      AND held.review <> 'rejected'
  }
  // Whoever signs a letter that the body published writes for it, whatever their post.
  AND NOT EXISTS {
    MATCH (r)<-[answer:RESPONDED_TO]-()
    WHERE answer.review <> 'rejected'
      AND answer.method = 'rules/letter'
    MATCH (d:Document)-[:ISSUED_BY]->(whom)
    WHERE any(place IN answer.passages WHERE place STARTS WITH d.id + '#')
  }
WITH r, whom
ORDER BY r.published IS NULL, r.published, r.name, r.id, whom.name, whom.id
LIMIT $limit
MATCH (r)-[link:ADDRESSED_TO]->(whom)
WHERE link.review <> 'rejected'
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN r.name AS report,
       r.published AS report_published,
       whom.name AS body,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY report_published IS NULL, report_published, report, r.id, body, whom.id, words.document,
         words.start, link.id
LIMIT $limit
