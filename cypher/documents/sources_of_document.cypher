// title: Whose words a document rests on
// why: who speaks in a document, in which capacity and how often; what stands inside other words is apart, with its outer speakers
// param document: string
// param limit: integer = 200
// returns: document, speakers, capacities, outer_speakers, statements, of_all, forms, quotes, passages
// view: table
MATCH (d:Document)
WHERE d.id = $document OR toLower(d.name) = toLower($document)
MATCH (d)<-[:PART_OF_TEXT]-(p:Passage)<-[:STATED_IN]-(s:Statement)
WHERE s.review <> 'rejected'
WITH d, s, min(p.start) AS start
WITH d, s, start,
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
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
ORDER BY start, s.id
WITH d, collect({names: names, capacities: capacities, outer: coalesce(s.outer_speakers, []),
     start: start, form: s.form, quote: s.quote, passages: passages}) AS said
UNWIND said AS one
WITH d, size(said) AS of_all, one.names AS names, one.capacities AS capacities,
     one.outer AS outer, min(one.start) AS start, count(*) AS statements,
     collect(DISTINCT one.form) AS forms, collect(one.quote) AS quotes,
     collect(one.passages) AS places
RETURN d.name AS document,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       capacities,
       outer AS outer_speakers,
       statements,
       of_all,
       forms,
       quotes,
       reduce(every = [], place IN places | every + place) AS passages
ORDER BY document, d.id, statements DESC, start
LIMIT $limit
