// title: Different things of one name
// why: they are kept apart until a person says that they are one; whoever counts them counts twice
// param name: string = ""
// param limit: integer = 200
// returns: name, kind, things, id, quote, document, document_published, passage
// view: table
MATCH (t:Entity)
WHERE $name = '' OR toLower(t.name) = toLower($name)
WITH toLower(t.name) AS name, labels(t) AS labels, count(t) AS things, collect(t) AS named
WHERE things > 1
UNWIND named AS t
WITH name, things, t
OPTIONAL MATCH (d:Document)-[link:MENTIONS]->(t)
WITH things, t, d, link.passages[0] AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
RETURN t.name AS name,
       toLower([label IN labels(t) WHERE label <> 'Entity'][0]) AS kind,
       things,
       t.id AS id,
       words.quote AS quote,
       d.name AS document,
       d.published AS document_published,
       passage AS passage
ORDER BY kind, toLower(t.name), id, words.document, words.start
LIMIT $limit
