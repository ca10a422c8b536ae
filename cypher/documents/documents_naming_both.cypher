// title: Documents that name two things
// why: where to read on both; to be named in one document joins nobody to anything, and cases and the protected are left out
// param thing: string
// param other: string
// param limit: integer = 200
// returns: document, published, publisher, thing, thing_quotes, thing_passages, other, other_quotes, other_passages, characters_apart
// view: table
MATCH (a:Entity)<-[one:MENTIONS]-(d:Document)
WHERE (a.id = $thing OR toLower(a.name) = toLower($thing)
    OR any(alias IN a.aliases WHERE toLower(alias) = toLower($thing)))
  AND NOT a:Case AND NOT coalesce(a.protected, false)
MATCH (d)-[other:MENTIONS]->(b:Entity)
WHERE (b.id = $other OR toLower(b.name) = toLower($other)
    OR any(alias IN b.aliases WHERE toLower(alias) = toLower($other)))
  AND a.id <> b.id
  AND NOT b:Case AND NOT coalesce(b.protected, false)
WITH d, a, b, one, other,
     COLLECT {
       UNWIND one.passages AS passage
       WITH passage
       MATCH (words:Passage {id: passage})
       RETURN {start: words.start, quote: words.quote, id: words.id} AS place
       ORDER BY words.start
     } AS near,
     COLLECT {
       UNWIND other.passages AS passage
       WITH passage
       MATCH (words:Passage {id: passage})
       RETURN {start: words.start, quote: words.quote, id: words.id} AS place
       ORDER BY words.start
     } AS far
RETURN d.name AS document,
       d.published AS published,
       d.publisher AS publisher,
       a.name AS thing,
       [place IN near | place.quote] AS thing_quotes,
       [place IN near | place.id] AS thing_passages,
       b.name AS other,
       [place IN far | place.quote] AS other_quotes,
       [place IN far | place.id] AS other_passages,
       reduce(least = null, x IN near | reduce(l = least, y IN far |
         CASE WHEN l IS NULL OR abs(x.start - y.start) < l THEN abs(x.start - y.start) ELSE l END))
         AS characters_apart
ORDER BY published IS NULL, published, document, d.id, thing, a.id, b.name, b.id
LIMIT $limit
