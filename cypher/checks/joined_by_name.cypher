// title: Things that several documents were taken to name, by the name alone
// why: bodies, places, laws and operations of one name are one without further reason, and two may be two; people never are
// param kind: string = ""
// param limit: integer = 200
// returns: thing, kind, why, documents, quote, document, document_published, passage, id
// view: table
MATCH (t:Organisation|Place|Law|Operation)
WHERE t.joined_methods IS NOT NULL
  AND NOT coalesce(t.anonymous, false)
  AND ($kind = '' OR toLower($kind) IN [label IN labels(t) | toLower(label)])
WITH t, toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS sort
UNWIND range(0, size(t.joined_methods) - 1) AS place
WITH t, sort, place
WHERE t.joined_methods[place] ENDS WITH '/name'
WITH t, sort, collect(t.joined_why[place])[0] AS why,
     COUNT { MATCH (:Document)-[:MENTIONS]->(t) } AS documents
ORDER BY sort, t.name, t.id
LIMIT $limit
MATCH (d:Document)-[link:MENTIONS]->(t)
WITH t, documents, why, sort, d, link.passages[0] AS passage
ORDER BY sort, t.name, t.id, d.published IS NULL, d.published, d.id
LIMIT $limit
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
RETURN t.name AS thing,
       toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS kind,
       why,
       documents,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage,
       t.id AS id
ORDER BY kind, thing, id, d.published IS NULL, d.published, d.id
LIMIT $limit
