// title: Statements by id, with speakers, what they are about and where they stand
// why: every page that shows a statement shows it whole, a nested one with its outer speakers
// param ids: list
// param limit: integer = 100000
// returns: statement, speakers, reported_by, outer, outer_speakers, about, passages
// view: table
UNWIND $ids AS id
WITH id
MATCH (s:Statement {id: id})
RETURN properties(s) AS statement,
       COLLECT {
         MATCH (s)-[made:MADE_BY]->(w)
         RETURN {id: w.id, labels: labels(w), name: w.name, anonymous: w.anonymous,
                 protected: w.protected, capacity: made.capacity} AS one
         ORDER BY w.name, w.id
       } AS speakers,
       COLLECT {
         MATCH (s)-[:REPORTED_BY]->(w)
         RETURN {id: w.id, labels: labels(w), name: w.name, anonymous: w.anonymous,
                 protected: w.protected} AS one
         ORDER BY w.id
       } AS reported_by,
       COLLECT {
         MATCH (s)-[:WITHIN]->(o:Statement)
         RETURN o.id
         ORDER BY o.id
       } AS outer,
       COLLECT {
         MATCH (s)-[:WITHIN]->(:Statement)-[:MADE_BY]->(w)
         RETURN {id: w.id, labels: labels(w), name: w.name, anonymous: w.anonymous,
                 protected: w.protected} AS one
         ORDER BY w.name, w.id
       } AS outer_speakers,
       COLLECT {
         MATCH (s)-[l:ABOUT]->(t:Entity)
         WHERE coalesce(l.review, 'proposed') <> 'rejected'
         RETURN {id: t.id, labels: labels(t), name: t.name, anonymous: t.anonymous,
                 protected: t.protected} AS one
         ORDER BY t.name, t.id
       } AS about,
       COLLECT {
         MATCH (s)-[stated:STATED_IN]->(p:Passage)
         RETURN p.id
         ORDER BY stated.position, p.start
       } AS passages
ORDER BY id
LIMIT $limit
