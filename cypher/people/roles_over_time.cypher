// title: Roles over time, by the documents that tell of them
// why: a role is sure on the days of the documents that give it; between them it may have begun, ended or passed on
// param person: string = ""
// param body: string = ""
// param limit: integer = 200
// returns: first_told, last_told, person, role, body, told_in, undated, quotes, passages, reviews
// view: timeline
MATCH (who:Person)-[held:HOLDS_ROLE]->(post:Organisation)
WHERE held.review <> 'rejected'
  AND ($person = '' OR who.id = $person OR toLower(who.name) = toLower($person)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($person)))
  AND ($body = '' OR post.id = $body OR toLower(post.name) = toLower($body)
    OR any(alias IN post.aliases WHERE toLower(alias) = toLower($body)))
UNWIND held.passages AS passage
// “Chief Constable of the force” and “Chief Constable” name one post of the force.
WITH who, post, replace(held.role, ' of ' + post.name, '') AS role,
     split(passage, '#')[0] AS place
OPTIONAL MATCH (d:Document {id: place})
WITH who, post, role, min(d.published) AS first_told, max(d.published) AS last_told
ORDER BY first_told IS NULL, first_told, last_told, who.name, who.id, post.id, role
LIMIT $limit
MATCH (who)-[held:HOLDS_ROLE]->(post)
WHERE held.review <> 'rejected'
  AND replace(held.role, ' of ' + post.name, '') = role
UNWIND held.passages AS passage
WITH who, held, post, passage
MATCH (words:Passage {id: passage})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH who, held, post, words, d, replace(held.role, ' of ' + post.name, '') AS role
ORDER BY d.published IS NULL, d.published, d.id, words.start
WITH who, post, role,
     collect(DISTINCT d.name) AS told_in,
     collect(DISTINCT CASE WHEN d.published IS NULL THEN d.id END) AS undated,
     min(d.published) AS first_told,
     max(d.published) AS last_told,
     collect(words.quote) AS quotes,
     collect(words.id) AS passages,
     collect(DISTINCT held.review) AS reviews
RETURN first_told,
       last_told,
       who.name AS person,
       role,
       post.name AS body,
       told_in,
       size(undated) AS undated,
       quotes,
       passages,
       reviews
ORDER BY first_told IS NULL, first_told, last_told, person, who.id, post.id, role
LIMIT $limit
