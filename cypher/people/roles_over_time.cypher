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
// “Chief Constable of the force” and “Chief Constable” name one post of the force. What is grouped
// holds no node: each would count with all its links.
WITH who.id AS id, who.name AS person, post.id AS post, post.name AS body,
     replace(held.role, ' of ' + post.name, '') AS role, held.review AS review, passage
OPTIONAL MATCH (d:Document {id: split(passage, '#')[0]})
WITH id, person, post, body, role, review, passage, d.published AS day
WITH id, person, post, body, role,
     min(day) AS first_told,
     max(day) AS last_told,
     collect({passage: passage, review: review}) AS held
ORDER BY first_told IS NULL, first_told, last_told, person, id, post, role
LIMIT $limit
WITH id, person, post, body, role, first_told, last_told, held,
     COLLECT {
       UNWIND held AS one
       WITH one
       MATCH (words:Passage {id: one.passage})
       OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
       WITH words, d, one.review AS review
       ORDER BY d.published IS NULL, d.published, d.id, words.start
       RETURN {
         documents: collect(DISTINCT d.name),
         undated: count(DISTINCT CASE WHEN d.published IS NULL THEN d.id END),
         quotes: collect(words.quote),
         passages: collect(words.id),
         reviews: collect(DISTINCT review)
       } AS told
     }[0] AS told
RETURN first_told,
       last_told,
       person,
       role,
       body,
       told.documents AS told_in,
       told.undated AS undated,
       told.quotes AS quotes,
       told.passages AS passages,
       told.reviews AS reviews
ORDER BY first_told IS NULL, first_told, last_told, person, id, post, role
LIMIT $limit
