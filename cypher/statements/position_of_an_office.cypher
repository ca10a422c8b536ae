// title: What an office and its holders said over time
// why: the duty stays with the office while people come and go; a role counts where the document itself gives it to the speaker
// param office: string = ""
// param role: string = ""
// param about: string = ""
// param words: string = ""
// param limit: integer = 200
// returns: said_on, document_published, office, speaker, capacity, roles_in_document, roles_held, types, quote, about, outer_speakers, reporters, document, passages, review
// view: timeline
MATCH (body:Organisation)<-[steps:HOLDS_ROLE*0..1]-(who:Person|Organisation)
WHERE ($office = '' OR body.id = $office OR toLower(body.name) = toLower($office)
    OR any(alias IN body.aliases WHERE toLower(alias) = toLower($office)))
  AND all(held IN steps WHERE held.review <> 'rejected'
    AND ($role = '' OR toLower(held.role) CONTAINS toLower($role)))
WITH DISTINCT body, who
MATCH (s:Statement)-[made:MADE_BY]->(who)
WHERE s.review <> 'rejected'
  AND toLower(s.quote) CONTAINS toLower($words)
  // Words from a document that gives the speaker another role were not said in this one.
  AND ($role = '' OR who.id = body.id OR EXISTS {
    MATCH (who)-[held:HOLDS_ROLE]->(body)
    WHERE held.review <> 'rejected'
      AND toLower(held.role) CONTAINS toLower($role)
      AND any(passage IN held.passages WHERE passage STARTS WITH s.document + '#')
  } OR NOT EXISTS {
    MATCH (who)-[held:HOLDS_ROLE]->(body)
    WHERE held.review <> 'rejected'
      AND any(passage IN held.passages WHERE passage STARTS WITH s.document + '#')
  })
  AND ($about = '' OR EXISTS {
    MATCH (s)-[link:ABOUT]->(t:Entity)
    WHERE link.review <> 'rejected'
      AND (t.id = $about OR toLower(t.name) = toLower($about)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($about)))
  })
WITH body, who, made, s
ORDER BY body.name, body.id, coalesce(s.date, s.document_published) IS NULL,
         coalesce(s.date, s.document_published), s.document, s.start, s.id, who.id
LIMIT $limit
// Hundreds of documents may give one role, so they are read once for all that its holder said.
WITH body, who, collect({words: s, capacity: made.capacity}) AS said
WITH body, who, said,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(body)
       WHERE held.review <> 'rejected'
       UNWIND CASE WHEN size(coalesce(held.passages, [])) = 0 THEN [null] ELSE held.passages END
         AS passage
       WITH held.role AS role, collect(DISTINCT split(passage, '#')[0]) AS documents
       RETURN {role: role, documents: documents}
       ORDER BY role
     } AS roles
UNWIND said AS one
WITH body, who, one.words AS s, one.capacity AS capacity, roles
OPTIONAL MATCH (d:Document {id: s.document})
WITH body, who, capacity, s, d,
     [held IN roles | held.role] AS roles_held,
     [held IN roles WHERE s.document IN held.documents | held.role] AS roles_in_document,
     COLLECT {
       MATCH (s)-[link:ABOUT]->(t:Entity)
       WHERE link.review <> 'rejected'
       RETURN DISTINCT t.name AS name
       ORDER BY name
     } AS about,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(r)
       RETURN DISTINCT r.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN s.date AS said_on,
       d.published AS document_published,
       body.name AS office,
       who.name AS speaker,
       capacity,
       roles_in_document,
       roles_held,
       s.types AS types,
       s.quote AS quote,
       about,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       passages,
       s.review AS review
ORDER BY body.name, body.id, coalesce(said_on, document_published) IS NULL,
         coalesce(said_on, document_published), s.document, s.start, s.id, who.id
LIMIT $limit
