// title: Last denial and first acknowledgement
// why: to see how long a speaker held to a denial; both speak of the thing shown, and that they speak of one matter is for the reader to say
// param speaker: string = ""
// param thing: string = ""
// param limit: integer = 200
// returns: speaker, thing, denied_on, denial, denial_outer_speakers, denial_document, denial_passages, denial_review, acknowledged_on, acknowledgement, acknowledgement_types, acknowledgement_outer_speakers, acknowledgement_document, acknowledgement_passages, acknowledgement_review, days_between, denials, denials_undated, acknowledgements, acknowledgements_undated
// view: table
MATCH (s:Statement)-[:MADE_BY]->(who:Person|Organisation)
WHERE s.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['denial', 'admission', 'apology'])
  AND ($speaker = '' OR who.id = $speaker OR toLower(who.name) = toLower($speaker)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($speaker)))
// What is said of a report is said of the body that it inspected, too.
MATCH (s)-[link:ABOUT]->(near:Entity)-[steps:INSPECTED|CONCERNS*0..1]->(t:Entity)
WHERE link.review <> 'rejected'
  AND (size(steps) = 0 OR near:Report)
  AND all(step IN steps WHERE step.review <> 'rejected')
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
WITH DISTINCT who, t, s
ORDER BY s.date, s.document, s.id
WITH who, t, collect(s) AS said
WITH who, t,
     [one IN said WHERE 'denial' IN one.types] AS denials,
     [one IN said WHERE any(type IN one.types WHERE type IN ['admission', 'apology'])]
       AS acknowledgements
WHERE size(denials) > 0
  AND size(acknowledgements) > 0
WITH who, t, denials, acknowledgements,
     [one IN denials WHERE one.date IS NOT NULL] AS dated_denials,
     [one IN acknowledgements WHERE one.date IS NOT NULL] AS dated_acknowledgements
WITH who, t, denials, acknowledgements, dated_denials, dated_acknowledgements,
     coalesce(dated_denials[size(dated_denials) - 1], denials[0]) AS a,
     coalesce(dated_acknowledgements[0], acknowledgements[0]) AS b
OPTIONAL MATCH (c:Document {id: a.document})
OPTIONAL MATCH (d:Document {id: b.document})
WITH who, t, denials, acknowledgements, dated_denials, dated_acknowledgements, a, b, c, d,
     COLLECT {
       MATCH (a)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS denial_passages,
     COLLECT {
       MATCH (b)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS acknowledgement_passages
RETURN who.name AS speaker,
       t.name AS thing,
       a.date AS denied_on,
       a.quote AS denial,
       coalesce(a.outer_speakers, []) AS denial_outer_speakers,
       c.name AS denial_document,
       denial_passages,
       a.review AS denial_review,
       b.date AS acknowledged_on,
       b.quote AS acknowledgement,
       b.types AS acknowledgement_types,
       coalesce(b.outer_speakers, []) AS acknowledgement_outer_speakers,
       d.name AS acknowledgement_document,
       acknowledgement_passages,
       b.review AS acknowledgement_review,
       CASE
         WHEN size(a.date) = 10 AND size(b.date) = 10
         THEN duration.inDays(date(a.date), date(b.date)).days
       END AS days_between,
       size(denials) AS denials,
       size(denials) - size(dated_denials) AS denials_undated,
       size(acknowledgements) AS acknowledgements,
       size(acknowledgements) - size(dated_acknowledgements) AS acknowledgements_undated
ORDER BY speaker, who.id, thing, t.id
LIMIT $limit
