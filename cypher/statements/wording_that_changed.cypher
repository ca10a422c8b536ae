// title: Wording that changed: what was said, and what was said before
// why: what one speaker said of one thing, beside what they said of it on the last day before; undated words have no before
// param speaker: string = ""
// param thing: string = ""
// param limit: integer = 200
// returns: speaker, about, said_on, quote, form, outer_speakers, document, passages, review, previous_on, previous_quote, previous_form, previous_outer_speakers, previous_document, previous_passages, previous_review
// view: table
MATCH (s:Statement)-[:MADE_BY]->(who:Person|Organisation)
WHERE s.review <> 'rejected'
  AND size(s.date) = 10
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
MATCH (s)-[link:ABOUT]->(t:Entity)
WHERE link.review <> 'rejected'
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
OPTIONAL MATCH (d:Document {id: s.document})
WITH DISTINCT who, t, s, d
ORDER BY d.origin IS NOT NULL AND d.origin <> d.id, s.document, s.id
// The same words printed twice on one day count once, in the document that had them first.
WITH who, t, s.date AS day, s.quote AS quote, collect(s.id)[0] AS id
ORDER BY id
WITH who, t, day, collect(id) AS said
ORDER BY day
WITH who, t, collect(day) AS days, collect(said) AS said
UNWIND range(1, size(days) - 1) AS at
UNWIND said[at] AS now
UNWIND said[at - 1] AS before
WITH who, t, now, before
MATCH (s:Statement {id: now})
MATCH (previous:Statement {id: before})
WHERE s.quote <> previous.quote
WITH who, t, s, previous
ORDER BY who.name, who.id, t.name, t.id, s.date, s.document, s.id, previous.document, previous.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
OPTIONAL MATCH (c:Document {id: previous.document})
WITH who, t, s, previous, d, c,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages,
     COLLECT {
       MATCH (previous)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS previous_passages
RETURN who.name AS speaker,
       t.name AS about,
       s.date AS said_on,
       s.quote AS quote,
       s.form AS form,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       passages,
       s.review AS review,
       previous.date AS previous_on,
       previous.quote AS previous_quote,
       previous.form AS previous_form,
       coalesce(previous.outer_speakers, []) AS previous_outer_speakers,
       c.name AS previous_document,
       previous_passages,
       previous.review AS previous_review
ORDER BY speaker, who.id, about, t.id, said_on, s.document, s.id, previous.document, previous.id
LIMIT $limit
