// title: Links that are inferred, and whether anything else joins the two
// why: a way that rests on an inference is as sure as the inference; it is read before it is used
// param thing: string = ""
// param link: string = ""
// param limit: integer = 200
// returns: source, link, target, method, confidence, said_elsewhere, other_links, quotes, documents, passages, review
// view: graph
MATCH (a:Entity)-[l]->(b:Entity)
WHERE l.inferred
  AND l.review <> 'rejected'
  AND ($link = '' OR type(l) = toUpper($link))
  AND ($thing = '' OR a.id = $thing OR toLower(a.name) = toLower($thing)
    OR any(alias IN a.aliases WHERE toLower(alias) = toLower($thing))
    OR b.id = $thing OR toLower(b.name) = toLower($thing)
    OR any(alias IN b.aliases WHERE toLower(alias) = toLower($thing)))
WITH a, l, b
ORDER BY a.name, a.id, type(l), b.name, b.id, l.id
LIMIT $limit
RETURN a.name AS source,
       type(l) AS link,
       b.name AS target,
       l.method AS method,
       l.confidence AS confidence,
       COUNT {
         MATCH (a)-[same]->(b)
         WHERE type(same) = type(l)
           AND NOT same.inferred
           AND same.review <> 'rejected'
       } AS said_elsewhere,
       COLLECT {
         MATCH (a)-[other]-(b)
         WHERE type(other) <> type(l)
           AND coalesce(other.review, 'proposed') <> 'rejected'
         RETURN DISTINCT type(other) AS other
         ORDER BY other
       } AS other_links,
       COLLECT {
         UNWIND l.passages AS passage
         WITH passage
         MATCH (words:Passage {id: passage})
         RETURN words.quote AS quote
         ORDER BY words.document, words.start
       } AS quotes,
       COLLECT {
         UNWIND l.passages AS passage
         WITH DISTINCT split(passage, '#')[0] AS source
         MATCH (d:Document {id: source})
         RETURN DISTINCT d.name AS name
         ORDER BY name
       } AS documents,
       l.passages AS passages,
       l.review AS review
ORDER BY source, a.id, link, target, b.id, l.id
LIMIT $limit
