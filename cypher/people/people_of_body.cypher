// title: The people of a body, with what each has said
// why: whom to read and whom to ask: everyone with a role in a body, with how many statements are held and how many have a day
// param body: string = ""
// param limit: integer = 200
// returns: body, person, roles, told_in, statements, undated, denials, commitments, quotes, passages
// view: table
MATCH (who:Person)-[held:HOLDS_ROLE]->(post:Organisation)
WHERE held.review <> 'rejected'
  AND ($body = '' OR post.id = $body OR toLower(post.name) = toLower($body)
    OR any(alias IN post.aliases WHERE toLower(alias) = toLower($body)))
  AND size(held.passages) > 0
WITH DISTINCT who, post
ORDER BY post.name, post.id, who.name, who.id
LIMIT $limit
MATCH (who)-[held:HOLDS_ROLE]->(post)
WHERE held.review <> 'rejected'
UNWIND held.passages AS passage
WITH who, held, post, passage
MATCH (words:Passage {id: passage})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH who, post, words, d, replace(held.role, ' of ' + post.name, '') AS role
ORDER BY d.published IS NULL, d.published, d.id, words.start
WITH who, post,
     collect(DISTINCT role) AS roles,
     collect(DISTINCT d.name) AS told_in,
     collect(words.quote) AS quotes,
     collect(words.id) AS passages
OPTIONAL MATCH (s:Statement)-[:MADE_BY]->(who)
WHERE s.review <> 'rejected'
WITH who, post, roles, told_in, quotes, passages, collect(s) AS said
RETURN post.name AS body,
       who.name AS person,
       roles,
       told_in,
       size(said) AS statements,
       size([s IN said WHERE s.date IS NULL]) AS undated,
       size([s IN said WHERE 'denial' IN s.types]) AS denials,
       size([s IN said WHERE 'commitment' IN s.types]) AS commitments,
       quotes,
       passages
ORDER BY body, post.id, person, who.id
LIMIT $limit
