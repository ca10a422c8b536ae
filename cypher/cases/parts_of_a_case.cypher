// title: Which cases are part of which
// why: “four of the six” does not say which four; a part is its own case until a person says more
// param case: string = ""
// param limit: integer = 200
// returns: case, part, quote, document, document_published, passage, inferred, review
// view: graph
MATCH (one:Case)-[link:PART_OF]->(whole:Case)
WHERE link.review <> 'rejected'
  AND ($case = '' OR whole.id = $case OR toLower(whole.name) = toLower($case)
    OR any(alias IN whole.aliases WHERE toLower(alias) = toLower($case)))
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN whole.name AS case,
       one.name AS part,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY case, whole.id, part, one.id, words.document, words.start, link.id
LIMIT $limit
