// title: What people decided, and why
// why: each decision with its day, its reason and the words it was on; the latest come first
// param by: string = ""
// param action: string = ""
// param limit: integer = 200
// returns: at, by, action, verdict, why, on_kind, on_words, outer_speakers, document, passage, standing, fits, on, id
// view: table
MATCH (j:Judgement)
WHERE ($by = '' OR toLower(j.by) = toLower($by))
  AND ($action = '' OR j.action = $action)
WITH j
ORDER BY j.at DESC, j.id
LIMIT $limit
// A link is no node: it is found where it begins, not by its id among all links.
OPTIONAL MATCH (one:Entity {id: coalesce(j.link_from, '')})-[l]->(other:Entity)
WHERE l.id = j.on
OPTIONAL MATCH (said:Statement {id: coalesce(j.link_from, '')})-[about]->(thing:Entity)
WHERE about.id = j.on
OPTIONAL MATCH (j)-[:ON]->(t)
OPTIONAL MATCH (t)-[:STATED_IN {position: 1}]->(first:Passage)
WITH j, t, said,
     coalesce(type(l), type(about)) AS link,
     coalesce(one.name + ' → ' + other.name, said.name + ' → ' + thing.name) AS link_words,
     coalesce(first.id, l.passages[0], about.passages[0]) AS passage
OPTIONAL MATCH (words:Passage {id: coalesce(passage, '')})
OPTIONAL MATCH (d:Document {id: coalesce(words.document, j.on)})
RETURN j.at AS at,
       j.by AS by,
       j.action AS action,
       j.verdict AS verdict,
       j.why AS why,
       coalesce(link, toLower([label IN labels(t) WHERE label <> 'Entity'][0])) AS on_kind,
       coalesce(t.quote, t.name, link_words) AS on_words,
       coalesce(t.outer_speakers, said.outer_speakers, []) AS outer_speakers,
       d.name AS document,
       passage,
       j.standing AS standing,
       j.fits AS fits,
       j.on AS on,
       j.id AS id
ORDER BY at DESC, id
LIMIT $limit
