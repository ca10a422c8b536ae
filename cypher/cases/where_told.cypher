// title: Where cases are told of
// why: in which documents a case of one letter or number stands; the same letter elsewhere may be another case
// param case: string = ""
// param limit: integer = 200
// returns: case, document, publisher, document_published, origin, quote, passage
// view: table
MATCH (d:Document)-[link:MENTIONS]->(c:Case)
WHERE ($case = '' OR c.id = $case OR toLower(c.name) = toLower($case)
    OR any(alias IN c.aliases WHERE toLower(alias) = toLower($case)))
OPTIONAL MATCH (first:Document {id: coalesce(d.origin, '')})
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
RETURN c.name AS case,
       d.name AS document,
       d.publisher AS publisher,
       d.published AS document_published,
       first.name AS origin,
       words.quote AS quote,
       passage AS passage
ORDER BY case, document_published IS NULL, document_published, d.id, words.start, c.id, passage
LIMIT $limit
