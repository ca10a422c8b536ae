// title: Who assessed several reports or cases
// why: who judged more than one may carry a view from one to the next; two copies of one text tell of the same case, and count once
// param adviser: string = ""
// param limit: integer = 200
// returns: adviser, things_in_all, thing, kind, assessed_on, quotes, documents, passages, inferred, reviews
// view: table
MATCH (who:Person|Organisation)-[link:ASSESSED]->(done:Report|Case)
WHERE link.review <> 'rejected'
  AND ($adviser = '' OR who.id = $adviser OR toLower(who.name) = toLower($adviser)
    OR any(alias IN who.aliases WHERE toLower(alias) = toLower($adviser)))
OPTIONAL MATCH (words:Passage {id: coalesce(link.passages[0], '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, '')})
WITH who, link, done, words, d
ORDER BY d.published IS NULL, d.published, d.id, words.start, link.id
// A case is a case of its own in each document, and so it is in a copy of that document.
WITH who, done.name AS thing, head([label IN labels(done) WHERE label <> 'Entity']) AS kind,
     CASE WHEN done:Case THEN coalesce(d.origin, d.id) ELSE done.id END AS origin,
     min(link.date) AS day,
     collect(words.quote) AS quotes,
     collect(DISTINCT d.name) AS documents,
     collect(words.id) AS passages,
     collect(DISTINCT link.review) AS reviews,
     sum(CASE WHEN link.inferred THEN 0 ELSE 1 END) AS said
ORDER BY thing, origin
WITH who, collect({thing: thing, kind: kind, day: day, quotes: quotes, documents: documents,
     passages: passages, said: said, reviews: reviews}) AS things
WHERE size(things) > 1
UNWIND things AS one
RETURN who.name AS adviser,
       size(things) AS things_in_all,
       one.thing AS thing,
       toLower(one.kind) AS kind,
       one.day AS assessed_on,
       one.quotes AS quotes,
       one.documents AS documents,
       one.passages AS passages,
       one.said = 0 AS inferred,
       one.reviews AS reviews
ORDER BY adviser, who.id, thing, documents
LIMIT $limit
