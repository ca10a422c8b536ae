// title: Allegations and criticism with no word from those they concern
// why: nothing later here is said by them or for them; whether anything was put to them, a document must say
// param subject: string = ""
// param limit: integer = 200
// returns: subject, said_on, speakers, capacities, types, quote, outer_speakers, reporters, document, document_published, passages, review
// view: table
MATCH (s:Statement)-[link:ABOUT]->(whom:Person|Organisation)
WHERE s.review <> 'rejected'
  AND link.review <> 'rejected'
  AND any(type IN s.types WHERE type IN ['allegation', 'criticism'])
  AND NOT coalesce(whom.protected, false)
  AND NOT EXISTS { MATCH (s)-[:MADE_BY]->(whom) }
  AND ($subject = '' OR whom.id = $subject OR toLower(whom.name) = toLower($subject)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($subject)))
OPTIONAL MATCH (s)-[:STATED_IN {position: 1}]->(at:Passage)-[:PART_OF_TEXT]->(d:Document)
WITH DISTINCT s, whom, at, d
// A reply is of the same document or of no earlier day, by the subject or one with a post in it.
WHERE NOT EXISTS {
    MATCH (whom) (()<-[held:HOLDS_ROLE]-(:Person) WHERE held.review <> 'rejected'){0,1}
          (by)<-[:MADE_BY]-(reply:Statement)
    OPTIONAL MATCH (other:Document {id: coalesce(reply.document, '')})
    WITH reply, other
    WHERE reply.review <> 'rejected'
      AND (other.id = d.id
        OR coalesce(reply.date, other.published) >= coalesce(s.date, d.published))
    RETURN reply
  }
WITH s, whom, at, d,
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
RETURN whom.name AS subject,
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
       s.review AS review
ORDER BY subject, whom.id, document_published IS NULL, document_published, s.document, at.start,
         s.id
LIMIT $limit
