// title: Terms, and how each is defined
// why: two figures may differ because a word means two things; the definitions stand side by side, term by term
// param term: string = ""
// param limit: integer = 200
// returns: term, definition, said_on, speakers, quote, period, area, measure, about, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)
WHERE s.review <> 'rejected'
  AND (s.term IS NOT NULL OR s.definition IS NOT NULL)
  AND ($term = '' OR toLower(s.term) = toLower($term))
WITH s
ORDER BY toLower(s.term), s.date IS NULL, s.date, s.document_published IS NULL,
         s.document_published, s.document, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH s, d,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
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
RETURN s.term AS term,
       s.definition AS definition,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       s.quote AS quote,
       s.period AS period,
       s.area AS area,
       s.measure AS measure,
       about,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       reporters,
       d.name AS document,
       d.published AS document_published,
       passages,
       s.review AS review
ORDER BY toLower(s.term), s.date IS NULL, s.date, d.published IS NULL, d.published, s.document,
         s.start, s.id
LIMIT $limit
