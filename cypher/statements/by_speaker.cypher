// title: Statements by a speaker, in time
// why: to follow a position from the first words to the last; undated statements come at the end, whatever the dates asked for
// param speaker: string = ""
// param since: date = ""
// param until: date = ""
// param limit: integer = 200
// returns: said_on, speaker, capacity, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: timeline
MATCH (s:Statement)-[made:MADE_BY]->(who:Person|Organisation)
WHERE s.review <> 'rejected'
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
  AND (s.date IS NULL OR s.date >= left($since, size(s.date)))
  AND (s.date IS NULL OR $until = '' OR left(s.date, size($until)) <= $until)
WITH s, who, made
ORDER BY s.date IS NULL, s.date, s.document_published IS NULL, s.document_published, s.document,
         s.start, s.id, who.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, who, made, d,
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
       who.name AS speaker,
       made.capacity AS capacity,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY said_on IS NULL, said_on, document_published IS NULL, document_published, s.document,
         s.start, s.id, who.id
LIMIT $limit
