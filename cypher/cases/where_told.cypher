// title: Where cases are told of
// why: in which documents a case of one letter or number stands; the same letter elsewhere may be another case
// param case: string = ""
// param limit: integer = 200
// returns: case, document, publisher, document_published, origin, quote, passage
// view: table
MATCH (c:Case)
WHERE ($case = '' OR c.id = $case OR toLower(c.name) = toLower($case)
    OR any(alias IN c.aliases WHERE toLower(alias) = toLower($case)))
WITH c
MATCH (c)<-[link:MENTIONS]-(d:Document)
WITH c, link, d
ORDER BY c.name, d.published IS NULL, d.published, d.id, c.id
LIMIT $limit
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
ORDER BY case, document_published IS NULL, document_published, d.id, c.id, words.start, passage
LIMIT $limit
