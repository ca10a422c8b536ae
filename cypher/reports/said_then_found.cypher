// title: What was said for a body, and what the next report on it found
// why: words stand beside the findings that came next on the same body; whether they meet is for a person to judge
// param body: string = ""
// param limit: integer = 200
// returns: body, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review, report, report_published, finding, finding_speakers, finding_outer_speakers, finding_passages, finding_review
// view: table
MATCH (r:Report)-[on:INSPECTED|CONCERNS]->(whom:Organisation)
WHERE on.review <> 'rejected'
  AND r.published IS NOT NULL
  AND ($body = '' OR whom.id = $body OR toLower(whom.name) = toLower($body)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($body)))
WITH DISTINCT whom, r
MATCH (own:Document)-[:MENTIONS]->(r)
// The document is the report itself: it bears its name, or is a report of the same day.
WHERE toLower(own.name) = toLower(r.name)
   OR any(alias IN r.aliases WHERE toLower(alias) = toLower(own.name))
   OR (own.genre = 'report' AND own.published = r.published)
WITH whom, r, own
ORDER BY r.published, r.id, own.id
WITH whom, collect({on: r.published, report: r.id, own: own.id}) AS held
MATCH (s:Statement)-[about:ABOUT]->(whom)
WHERE s.review <> 'rejected'
  AND about.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['commitment', 'admission', 'assertion'])
  // Spoken for the body: by itself, by one who holds a post in it, or by one who oversees it.
  AND EXISTS {
    MATCH (s)-[:MADE_BY]->(who)
      ((:Entity)-[held_by:HOLDS_ROLE|OVERSEES]->(:Entity) WHERE held_by.review <> 'rejected'){0,2}
      (whom)
  }
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH DISTINCT s, whom, at, d, held, coalesce(s.date, d.published) AS day
WITH s, whom, at, d, [one IN held WHERE left(one.on, size(day)) > day][0] AS next
WHERE next IS NOT NULL
WITH s, whom, at, d, next.report AS report_id, next.own AS own_id
MATCH (r:Report {id: report_id})
MATCH (own:Document {id: own_id})
MATCH (own)<-[:PART_OF_TEXT]-(found:Passage)<-[:STATED_IN {position: 1}]-(f:Statement)
      -[of:ABOUT]->(whom)
WHERE f.review <> 'rejected'
  AND of.review <> 'rejected'
  AND 'finding' IN f.types
WITH DISTINCT s, whom, at, d, r, own, f, found
WITH s, whom, at, d, r, own, f, found,
     COLLECT {
       MATCH (f)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS finders,
     COLLECT {
       MATCH (f)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS finding_passages,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS names,
     COLLECT {
       MATCH (s)-[made:MADE_BY]->()
       RETURN DISTINCT made.capacity AS capacity
       ORDER BY capacity
     } AS capacities,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(w)
       RETURN DISTINCT w.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN whom.name AS body,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review,
       r.name AS report,
       r.published AS report_published,
       f.quote AS finding,
       CASE WHEN size(finders) = 0 THEN ['unknown speaker'] ELSE finders END AS finding_speakers,
       coalesce(f.outer_speakers, []) AS finding_outer_speakers,
       finding_passages,
       f.review AS finding_review
ORDER BY body, whom.id, document_published, s.document, at.start, s.id, found.start, f.id
LIMIT $limit
