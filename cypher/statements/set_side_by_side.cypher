// title: Statements that a reviewer set side by side
// why: two statements contradict each other only where a person has said so, at the same definition, period, area and measure, with a reason
// param verdict: string = ""
// param reviewer: string = ""
// param limit: integer = 200
// returns: verdict, reason, reviewer, judged_on, fits, first_speakers, first_quote, first_scope, first_said_on, first_outer_speakers, first_document, first_passages, second_speakers, second_quote, second_scope, second_said_on, second_outer_speakers, second_document, second_passages
// view: table
MATCH (j:Judgement {action: 'compare'})-[:BETWEEN]->(a:Statement)
MATCH (j)-[:BETWEEN]->(b:Statement)
WHERE j.standing
  AND a.id = j.on
  AND a.id <> b.id
  AND a.review <> 'rejected'
  AND b.review <> 'rejected'
  AND ($verdict = '' OR toLower(j.verdict) = toLower($verdict))
  AND ($reviewer = '' OR toLower(j.by) = toLower($reviewer))
OPTIONAL MATCH (c:Document {id: a.document})
OPTIONAL MATCH (d:Document {id: b.document})
WITH j, a, b, c, d,
     COLLECT {
       MATCH (a)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS first_names,
     COLLECT {
       MATCH (b)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS second_names,
     COLLECT {
       MATCH (a)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS first_passages,
     COLLECT {
       MATCH (b)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS second_passages
RETURN j.verdict AS verdict,
       j.why AS reason,
       j.by AS reviewer,
       j.at AS judged_on,
       j.fits AS fits,
       CASE WHEN size(first_names) = 0 THEN ['unknown speaker'] ELSE first_names END
         AS first_speakers,
       a.quote AS first_quote,
       [words IN [
         'term: ' + a.term, 'definition: ' + a.definition, 'period: ' + a.period,
         'area: ' + a.area, 'measure: ' + a.measure
       ] WHERE words IS NOT NULL] AS first_scope,
       a.date AS first_said_on,
       coalesce(a.outer_speakers, []) AS first_outer_speakers,
       c.name AS first_document,
       first_passages,
       CASE WHEN size(second_names) = 0 THEN ['unknown speaker'] ELSE second_names END
         AS second_speakers,
       b.quote AS second_quote,
       [words IN [
         'term: ' + b.term, 'definition: ' + b.definition, 'period: ' + b.period,
         'area: ' + b.area, 'measure: ' + b.measure
       ] WHERE words IS NOT NULL] AS second_scope,
       b.date AS second_said_on,
       coalesce(b.outer_speakers, []) AS second_outer_speakers,
       d.name AS second_document,
       second_passages
ORDER BY judged_on DESC, j.id
LIMIT $limit
