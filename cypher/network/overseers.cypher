// title: Which body oversees or inspects which
// why: who should have seen it, by the words that say so; an inspection is seen in what a report says of itself
// param body: string = ""
// param limit: integer = 200
// returns: overseer, link, body, dated, quote, document, document_published, passage, inferred, review
// view: graph
MATCH (over:Organisation)-[tie:OVERSEES|INSPECTED]->(under:Organisation)
WHERE tie.review <> 'rejected'
  AND ($body = '' OR under.id = $body OR toLower(under.name) = toLower($body)
    OR any(alias IN under.aliases WHERE toLower(alias) = toLower($body)))
UNWIND CASE WHEN size(coalesce(tie.passages, [])) = 0 THEN [null] ELSE tie.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN over.name AS overseer,
       type(tie) AS link,
       under.name AS body,
       tie.date AS dated,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       tie.inferred AS inferred,
       tie.review AS review
ORDER BY body, under.id, link, overseer, over.id, words.document, words.start, tie.id
LIMIT $limit
