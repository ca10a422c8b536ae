// title: Those who assessed, and their roles in bodies
// why: an expert's view belongs with their interests; no role found here is no proof that there is none
// param expert: string = ""
// param limit: integer = 200
// returns: expert, assessed, kind, assessed_quote, assessed_document, assessed_passage, role, body, concerned, role_quote, role_document, role_passage, inferred, review
// view: graph
MATCH (who:Person|Organisation)-[link:ASSESSED]->(done:Case|Report)
WHERE link.review <> 'rejected'
  AND ($expert = '' OR who.id = $expert OR toLower(who.name) = toLower($expert)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($expert)))
// Each name that one assessed has a row at least, so the first rows are of the first names.
WITH who, done.name AS called, collect(DISTINCT done) AS things
ORDER BY who.name, who.id, called
LIMIT $limit
UNWIND things AS done
WITH who, done
MATCH (who)-[link:ASSESSED]->(done)
WHERE link.review <> 'rejected'
OPTIONAL MATCH (words:Passage {id: coalesce(link.passages[0], '')})
// Each view has a row at least, and each role beside it one: so many stand in the first rows.
WITH who, link, done, words
ORDER BY who.name, who.id, done.name, words.document, words.start, link.id
LIMIT $limit
OPTIONAL MATCH (who)-[held:HOLDS_ROLE]->(post:Organisation)
WHERE held.review <> 'rejected'
WITH who, link, done, words, held, post
ORDER BY who.name, who.id, done.name, words.document, words.start, post.name, held.role, link.id,
         held.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
OPTIONAL MATCH (told:Passage {id: coalesce(held.passages[0], '')})
OPTIONAL MATCH (c:Document {id: coalesce(told.document, '')})
RETURN who.name AS expert,
       done.name AS assessed,
       toLower(head([label IN labels(done) WHERE label <> 'Entity'])) AS kind,
       words.quote AS assessed_quote,
       d.name AS assessed_document,
       words.id AS assessed_passage,
       held.role AS role,
       post.name AS body,
       CASE WHEN post IS NOT NULL THEN EXISTS {
         MATCH (done)-[joined:CONCERNS|INSPECTED]->(post)
         WHERE joined.review <> 'rejected'
       } END AS concerned,
       told.quote AS role_quote,
       c.name AS role_document,
       told.id AS role_passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY expert, who.id, assessed, words.document, words.start, body, role, link.id, held.id
LIMIT $limit
