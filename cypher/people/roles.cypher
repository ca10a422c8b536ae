// title: Who holds or held which office
// why: a duty sits with the office and words with the person; this joins the two, with dates
// param person: string = ""
// param body: string = ""
// param limit: integer = 200
// returns: person, role, body, held_on, quote, document, passage, inferred, review
// view: table
MATCH (who:Person)-[link:HOLDS_ROLE]->(held:Organisation)
WHERE link.review <> 'rejected'
  AND ($person = '' OR who.id = $person OR toLower(who.name) = toLower($person)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($person)))
  AND ($body = '' OR held.id = $body OR toLower(held.name) = toLower($body)
    OR any(alias IN held.aliases WHERE toLower(alias) = toLower($body)))
// Each role has a row at least, and of what stands before the words no two rows differ.
WITH DISTINCT who, held, link.role AS role
ORDER BY who.name, who.id, held.name, role
LIMIT $limit
MATCH (who)-[link:HOLDS_ROLE]->(held)
WHERE link.review <> 'rejected'
  AND link.role = role
UNWIND CASE WHEN size(coalesce(link.passages, [])) = 0 THEN [null] ELSE link.passages END AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
RETURN who.name AS person,
       link.role AS role,
       held.name AS body,
       link.date AS held_on,
       words.quote AS quote,
       d.name AS document,
       passage AS passage,
       link.inferred AS inferred,
       link.review AS review
ORDER BY who.name, who.id, held.name, link.role, words.document, words.start, link.id
LIMIT $limit
