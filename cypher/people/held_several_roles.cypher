// title: People who held more than one role
// why: a person who moved from one post to another may have known in the second what was said in the first
// param person: string = ""
// param limit: integer = 200
// returns: person, roles_in_all, role, body, first_told, last_told, told_in, quotes, passages, reviews
// view: table
MATCH (who:Person)-[held:HOLDS_ROLE]->(post:Organisation)
WHERE held.review <> 'rejected'
  AND NOT coalesce(who.anonymous, false)
  AND ($person = '' OR who.id = $person OR toLower(who.name) = toLower($person)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($person)))
  AND size(held.passages) > 0
// Without two roles by their names no one has two here; each who has is a row at least.
WITH who, collect(DISTINCT [post.id, replace(held.role, ' of ' + post.name, '')]) AS held_here
WHERE size(held_here) > 1
WITH who
ORDER BY who.name, who.id
LIMIT $limit
MATCH (who)-[held:HOLDS_ROLE]->(post:Organisation)
WHERE held.review <> 'rejected'
UNWIND held.passages AS passage
WITH who, held, post, passage
MATCH (words:Passage {id: passage})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH who, held, post, words, d, replace(held.role, ' of ' + post.name, '') AS role
ORDER BY d.published IS NULL, d.published, d.id, words.start
WITH who, post, role,
     collect(DISTINCT d.name) AS told_in,
     min(d.published) AS first_told,
     max(d.published) AS last_told,
     collect(words.quote) AS quotes,
     collect(words.id) AS passages,
     collect(DISTINCT held.review) AS reviews
WITH who, collect({body: post.name, id: post.id, role: role, told_in: told_in, first: first_told,
     last: last_told, quotes: quotes, passages: passages, reviews: reviews}) AS roles
WHERE size(roles) > 1
UNWIND roles AS one
RETURN who.name AS person,
       size(roles) AS roles_in_all,
       one.role AS role,
       one.body AS body,
       one.first AS first_told,
       one.last AS last_told,
       one.told_in AS told_in,
       one.quotes AS quotes,
       one.passages AS passages,
       one.reviews AS reviews
ORDER BY person, who.id, first_told IS NULL, first_told, body, one.id, role
LIMIT $limit
