// title: Reports with no answer among the documents held
// why: an answer not found here is a gap of the archive first; it is no refusal
// param report: string = ""
// param limit: integer = 200
// returns: report, published, addressed_to, mentioned_in
// view: table
MATCH (r:Report)
WHERE ($report = '' OR r.id = $report OR toLower(r.name) = toLower($report)
    OR any(alias IN r.aliases WHERE toLower(alias) = toLower($report)))
  AND NOT EXISTS {
    MATCH (r)<-[link:RESPONDED_TO]-()
    WHERE link.review <> 'rejected'
  }
RETURN r.name AS report,
       r.published AS published,
       COLLECT {
         MATCH (r)-[link:ADDRESSED_TO]->(body)
         WHERE link.review <> 'rejected'
         RETURN DISTINCT body.name AS name
         ORDER BY name
       } AS addressed_to,
       COLLECT {
         MATCH (d:Document)-[:MENTIONS]->(r)
         RETURN DISTINCT d.name AS name
         ORDER BY name
       } AS mentioned_in
ORDER BY report, r.id
LIMIT $limit
