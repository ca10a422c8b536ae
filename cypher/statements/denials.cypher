// title: Denials
// why: to read each denial whole, with its speaker and the day, before it is set against anything
// param speaker: string = ""
// param about: string = ""
// param limit: integer = 200
// returns: said_on, speaker, capacity, types, quote, outer_speakers, document, passages, review
// view: table
MATCH (s:Statement)-[made:MADE_BY]->(who:Person|Organisation)
WHERE s.review <> 'rejected'
  AND 'denial' IN s.types
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
  AND ($about = '' OR EXISTS {
    MATCH (s)-[link:ABOUT]->(t:Entity)
    WHERE link.review <> 'rejected'
      AND ($about = '' OR t.id = $about OR toLower(t.name) = toLower($about)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($about)))
  })
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, who, made, d,
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
       d.name AS document,
       passages,
       s.review AS review
ORDER BY said_on IS NULL, said_on, s.document, s.id, who.id
LIMIT $limit
