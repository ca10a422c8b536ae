// title: What one publisher reports others to have said
// why: to see whose words a paper or an office passes on, and in which form; what it says in its own name is left out
// param reporter: string = ""
// param speaker: string = ""
// param limit: integer = 200
// returns: said_on, speakers, capacities, types, form, quote, outer_speakers, reporters, document, publisher, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND NOT EXISTS {
    MATCH (s)-[made:MADE_BY]->()
    WHERE made.capacity IN ['document', 'publisher']
  }
  AND ($speaker = '' OR EXISTS {
    MATCH (s)-[:MADE_BY]->(who:Person|Organisation)
    WHERE who.id = $speaker OR toLower(who.name) = toLower($speaker)
      OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker))
  })
  AND ($reporter = '' OR EXISTS {
    MATCH (s)-[:REPORTED_BY]->(r:Person|Organisation)
    WHERE r.id = $reporter OR toLower(r.name) = toLower($reporter)
      OR any(alias IN r.aliases WHERE toLower(alias) = toLower($reporter))
  } OR EXISTS {
    MATCH (source:Document {id: s.document})
    WHERE toLower(source.publisher) = toLower($reporter)
  } OR EXISTS {
    MATCH (source:Document {id: s.document})-[:ISSUED_BY]->(r:Organisation)
    WHERE r.id = $reporter OR toLower(r.name) = toLower($reporter)
      OR any(alias IN r.aliases WHERE toLower(alias) = toLower($reporter))
  })
WITH s
ORDER BY s.date IS NULL, s.date, s.document_published IS NULL, s.document_published, s.document,
         s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
     COLLECT {
       MATCH (s)-[made:MADE_BY]->(w)
       RETURN made.capacity
       ORDER BY w.name, w.id
     } AS capacities,
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
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.types AS types,
       s.form AS form,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.publisher AS publisher,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY s.date IS NULL, s.date, d.published IS NULL, d.published, s.document, s.start, s.id
LIMIT $limit
