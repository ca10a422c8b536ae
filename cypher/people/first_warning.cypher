// title: The first findings, criticism and recommendations about a body
// why: who said it first, and whom the documents of that year give a role there; words that speak of a body need not be against it
// param body: string = ""
// param limit: integer = 200
// returns: body, day, day_of, speakers, types, quote, outer_speakers, reporters, document, passages, review, people_that_year, later, undated
// view: timeline
MATCH (s:Statement)-[link:ABOUT]->(about:Organisation)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['finding', 'criticism', 'allegation', 'recommendation'])
  AND ($body = '' OR about.id = $body OR toLower(about.name) = toLower($body)
    OR any(alias IN about.aliases WHERE toLower(alias) = toLower($body)))
  AND NOT EXISTS { MATCH (s)-[:MADE_BY]->(about) }
WITH DISTINCT s, about
WITH about, s, coalesce(s.date, s.document_published) AS day
WITH about, min(day) AS first, count(s) AS found, count(day) AS dated,
     collect({id: s.id, day: day}) AS said
UNWIND [one IN said WHERE one.day = first OR first IS NULL] AS one
WITH about, one.id AS statement, first, found, dated,
     size([other IN said WHERE other.day > first]) AS later
MATCH (s:Statement {id: statement})
WITH about, s, first, found, dated, later
ORDER BY about.name, about.id, s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH about, s, d, first, found, dated, later,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
     COLLECT {
       MATCH (s)-[:REPORTED_BY]->(r)
       RETURN DISTINCT r.name AS name
       ORDER BY name
     } AS reporters,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages,
     COLLECT {
       MATCH (who:Person)-[held:HOLDS_ROLE]->(about),
             (source:Document {id: split(held.passages[0], '#')[0]})
       WHERE held.review <> 'rejected'
         AND left(source.published, 4) = left(first, 4)
       RETURN DISTINCT who.name + ', ' + replace(held.role, ' of ' + about.name, '') AS person
       ORDER BY person
     } AS people_that_year
RETURN about.name AS body,
       first AS day,
       CASE WHEN s.date IS NOT NULL THEN 'speech' WHEN first IS NOT NULL THEN 'document' END
         AS day_of,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       passages,
       s.review AS review,
       people_that_year,
       later,
       found - dated AS undated
ORDER BY body, about.id, s.document, s.start, s.id
LIMIT $limit
