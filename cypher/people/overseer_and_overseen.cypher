// title: Who held a role on both sides of an oversight
// why: one person in the body that oversees or inspects and in the body that is overseen; the days are of the documents that give the roles
// param person: string = ""
// param limit: integer = 200
// returns: person, overseer, overseer_roles, overseer_told, overseer_passages, link, overseen, overseen_roles, overseen_told, overseen_passages, oversight_quote, oversight_document, oversight_passage, inferred, review
// view: table
MATCH (over:Organisation)-[link:OVERSEES|INSPECTED]->(under:Organisation)
WHERE link.review <> 'rejected'
  AND over.id <> under.id
WITH DISTINCT over, under
MATCH (over)<-[one:HOLDS_ROLE]-(who:Person)
WHERE one.review <> 'rejected'
  AND ($person = '' OR who.id = $person OR toLower(who.name) = toLower($person)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($person)))
WITH DISTINCT who, over, under
WHERE EXISTS {
    MATCH (who)-[other:HOLDS_ROLE]->(under)
    WHERE other.review <> 'rejected'
  }
WITH who, over, under
ORDER BY who.name, who.id, over.name, over.id, under.name, under.id
LIMIT $limit
MATCH (over)-[link:OVERSEES|INSPECTED]->(under)
WHERE link.review <> 'rejected'
WITH who, over, under, link
ORDER BY link.inferred, link.id
WITH who, over, under, collect(link)[0] AS tie
OPTIONAL MATCH (words:Passage {id: coalesce(tie.passages[0], '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH who, over, under, tie, words, d,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(over)
       WHERE held.review <> 'rejected'
       RETURN DISTINCT held.role AS role
       ORDER BY role
     } AS overseer_roles,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(over)
       WHERE held.review <> 'rejected'
       UNWIND held.passages AS passage
       RETURN DISTINCT passage
       ORDER BY passage
     } AS overseer_passages,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(over)
       WHERE held.review <> 'rejected'
       UNWIND held.passages AS passage
       WITH DISTINCT split(passage, '#')[0] AS place
       MATCH (source:Document {id: place})
       RETURN DISTINCT source.published AS day
       ORDER BY day
     } AS overseer_told,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(under)
       WHERE held.review <> 'rejected'
       RETURN DISTINCT held.role AS role
       ORDER BY role
     } AS overseen_roles,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(under)
       WHERE held.review <> 'rejected'
       UNWIND held.passages AS passage
       RETURN DISTINCT passage
       ORDER BY passage
     } AS overseen_passages,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(under)
       WHERE held.review <> 'rejected'
       UNWIND held.passages AS passage
       WITH DISTINCT split(passage, '#')[0] AS place
       MATCH (source:Document {id: place})
       RETURN DISTINCT source.published AS day
       ORDER BY day
     } AS overseen_told
RETURN who.name AS person,
       over.name AS overseer,
       overseer_roles,
       overseer_told,
       overseer_passages,
       type(tie) AS link,
       under.name AS overseen,
       overseen_roles,
       overseen_told,
       overseen_passages,
       words.quote AS oversight_quote,
       d.name AS oversight_document,
       words.id AS oversight_passage,
       tie.inferred AS inferred,
       tie.review AS review
ORDER BY person, who.id, overseer, over.id, overseen, under.id
LIMIT $limit
