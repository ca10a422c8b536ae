// title: A report that was had, and a denial of a later day
// why: it was addressed to the body or person, or answered by them; a body may have had it before the speaker came, so their role in documents of that year stands beside
// param person: string = ""
// param report: string = ""
// param limit: integer = 200
// returns: denied_by, had_by, how, report, had_on, had_on_from, had_quote, had_document, had_passage, roles_that_year, denied_on, days_between, quote, about, outer_speakers, document, passages, review
// view: timeline
MATCH (s:Statement)-[:MADE_BY]->(who:Person|Organisation)
WHERE s.review <> 'rejected'
  AND 'denial' IN s.types
  AND s.date IS NOT NULL
  AND ($person = '' OR who.id = $person OR toLower(who.name) = toLower($person)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($person)))
MATCH (s)-[of:ABOUT]->(t:Entity)<-[near:INSPECTED|CONCERNS*0..1]-(r:Report)
WHERE of.review <> 'rejected'
  AND all(step IN near WHERE step.review <> 'rejected')
  AND ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
WITH DISTINCT s, who, t, r
ORDER BY t.name, t.id
WITH s, who, r, collect(DISTINCT t.name) AS about
MATCH (r)-[link:ADDRESSED_TO|RESPONDED_TO]-(recipient:Person|Organisation)
WHERE link.review <> 'rejected'
MATCH (recipient)<-[steps:HOLDS_ROLE*0..1]-(who)
WHERE all(step IN steps WHERE step.review <> 'rejected')
WITH DISTINCT s, who, r, about, link, recipient
OPTIONAL MATCH (words:Passage {id: coalesce(link.passages[0], '')})
OPTIONAL MATCH (source:Document {id: coalesce(words.document, '')})
WITH s, who, r, about, link, recipient, words, source,
     CASE
       WHEN link.date IS NOT NULL THEN 'link'
       WHEN type(link) = 'ADDRESSED_TO' THEN 'report'
       ELSE 'document'
     END AS day_from,
     coalesce(link.date, CASE type(link) WHEN 'ADDRESSED_TO' THEN r.published
                                         ELSE source.published END) AS day
WHERE left(s.date, size(day)) > left(day, size(s.date))
WITH s, who, r, about, link, recipient, words, source, day_from, day
ORDER BY day, link.id
WITH s, who, r, about, recipient, type(link) AS how,
     collect({day: day, day_from: day_from, quote: words.quote, passage: words.id,
              document: source.name})[0] AS first
ORDER BY who.name, who.id, r.name, r.id, s.date, s.document, s.id, recipient.id, how
LIMIT $limit
OPTIONAL MATCH (d:Document {id: s.document})
WITH r, recipient, how, first, who, s, about, d,
     COLLECT {
       MATCH (s)-[stated:STATED_IN]->(p:Passage)
       RETURN p.id
       ORDER BY stated.position, p.start
     } AS passages,
     COLLECT {
       MATCH (who)-[held:HOLDS_ROLE]->(recipient),
             (source:Document {id: split(held.passages[0], '#')[0]})
       WHERE held.review <> 'rejected'
         AND left(source.published, 4) = left(first.day, 4)
       RETURN DISTINCT held.role AS role
       ORDER BY role
     } AS roles_that_year
RETURN who.name AS denied_by,
       recipient.name AS had_by,
       CASE how WHEN 'ADDRESSED_TO' THEN 'addressed to them' ELSE 'answered by them' END AS how,
       r.name AS report,
       first.day AS had_on,
       first.day_from AS had_on_from,
       first.quote AS had_quote,
       first.document AS had_document,
       first.passage AS had_passage,
       roles_that_year,
       s.date AS denied_on,
       CASE
         WHEN size(s.date) = 10 AND size(first.day) = 10
         THEN duration.inDays(date(first.day), date(s.date)).days
       END AS days_between,
       s.quote AS quote,
       about,
       coalesce(s.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       passages,
       s.review AS review
ORDER BY denied_by, who.id, report, r.id, denied_on, s.document, s.id, recipient.id, how
LIMIT $limit
