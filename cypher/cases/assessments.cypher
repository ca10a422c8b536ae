// title: Who assessed which case
// why: an assessment is one person's or body's view of one case; it is told with its words
// param assessor: string = ""
// param case: string = ""
// param limit: integer = 200
// returns: case, assessor, assessed_on, quote, document, passage, inferred, review
// view: table
MATCH (who:Person|Organisation)-[link:ASSESSED]->(c:Case)
WHERE link.review <> 'rejected'
  AND ($assessor = '' OR who.id = $assessor OR toLower(who.name) = toLower($assessor)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($assessor)))
  AND ($case = '' OR c.id = $case OR toLower(c.name) = toLower($case)
    OR any(alias IN c.aliases WHERE toLower(alias) = toLower($case)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN c.name AS case,
       who.name AS assessor,
       link.date AS assessed_on,
       words.quote AS quote,
       d.name AS document,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY c.name, c.id, who.name, words.document, words.start, link.id
LIMIT $limit
