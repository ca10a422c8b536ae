// title: Reports, with who published them and how many answers are held
// why: the list to begin from: which reports the documents speak of, and what is held on each
// param publisher: string = ""
// param limit: integer = 200
// returns: report, reference, published, publishers, addressed_to, answers, statements, documents
// view: table
MATCH (r:Report)
WHERE $publisher = '' OR EXISTS {
    MATCH (t:Person|Organisation)-[link:PUBLISHED]->(r)
    WHERE link.review <> 'rejected'
      AND ($publisher = '' OR t.id = $publisher OR toLower(t.name) = toLower($publisher)
      OR any(alias IN t.aliases WHERE toLower(alias) = toLower($publisher)))
  }
RETURN r.name AS report,
       r.reference AS reference,
       r.published AS published,
       COLLECT {
         MATCH (t)-[link:PUBLISHED]->(r)
         WHERE link.review <> 'rejected'
         RETURN DISTINCT t.name AS name
         ORDER BY name
       } AS publishers,
       COLLECT {
         MATCH (r)-[link:ADDRESSED_TO]->(t)
         WHERE link.review <> 'rejected'
         RETURN DISTINCT t.name AS name
         ORDER BY name
       } AS addressed_to,
       COUNT {
         MATCH (t)-[link:RESPONDED_TO]->(r)
         WHERE link.review <> 'rejected'
         RETURN DISTINCT t
       } AS answers,
       COUNT {
         MATCH (s:Statement)-[link:ABOUT]->(r)
         WHERE s.review <> 'rejected' AND link.review <> 'rejected'
         RETURN DISTINCT s
       } AS statements,
       COUNT { (:Document)-[:MENTIONS]->(r) } AS documents
ORDER BY published IS NULL, published, report, r.id
LIMIT $limit
