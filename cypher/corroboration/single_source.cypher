// title: Statements about a thing of which one origin alone speaks
// why: what stands on one origin wants a second; a copy is not one
// param thing: string = ""
// param type: string = ""
// param limit: integer = 200
// returns: thing, kind, origin, said_on, speakers, types, quote, outer_speakers, passages, review
// view: table
MATCH (s:Statement)-[link:ABOUT]->(t:Entity)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND ($type = '' OR toLower($type) IN s.types)
  AND ($thing = '' OR t.id = $thing OR toLower(t.name) = toLower($thing)
    OR any(alias IN t.aliases WHERE toLower(alias) = toLower($thing)))
OPTIONAL MATCH (d:Document {id: s.document})
WITH t, s, coalesce(d.origin, s.document) AS origin
WITH t, count(DISTINCT origin) AS origins, min(origin) AS origin,
     collect(DISTINCT CASE WHEN s.document = origin THEN s.id END) AS first_said,
     collect(DISTINCT s.id) AS said
WHERE origins = 1
  // The unnamed of a copy are those of its original.
  AND (size(first_said) > 0 OR NOT coalesce(t.anonymous, false))
// Each thing has a row at least, so the first rows are of the first things.
WITH t, origin, CASE WHEN size(first_said) = 0 THEN said ELSE first_said END AS statements
ORDER BY t.name, t.id
LIMIT $limit
UNWIND statements AS statement
WITH t, origin, statement
MATCH (s:Statement {id: statement})
WITH t, s, origin
ORDER BY t.name, t.id, s.start, s.id
LIMIT $limit
OPTIONAL MATCH (first:Document {id: coalesce(origin, '')})
WITH t, s, first,
     COLLECT {
       MATCH (s)-[:MADE_BY]->(w)
       RETURN w.name
       ORDER BY w.name, w.id
     } AS names,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages
RETURN t.name AS thing,
       toLower(head([label IN labels(t) WHERE label <> 'Entity'])) AS kind,
       first.name AS origin,
       s.date AS said_on,
       CASE WHEN size(names) = 0 THEN ['unknown speaker'] ELSE names END AS speakers,
       s.types AS types,
       s.quote AS quote,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       passages,
       s.review AS review
ORDER BY thing, t.id, s.start, s.id
LIMIT $limit
