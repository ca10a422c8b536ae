// title: Statements that were withheld to protect someone
// why: how many statements of a document are shown nowhere, beside those that are
// param limit: integer = 200
// returns: document, publisher, document_published, withheld, shown, masked_stretches, id
// view: table
MATCH (d:Document)
WHERE coalesce(d.withheld, 0) > 0 OR size(coalesce(d.masked, [])) > 0
RETURN d.name AS document,
       d.publisher AS publisher,
       d.published AS document_published,
       d.withheld AS withheld,
       COUNT {
         MATCH (d)<-[:PART_OF_TEXT]-(:Passage)<-[:STATED_IN]-(s:Statement)
         RETURN DISTINCT s
       } AS shown,
       size(d.masked) / 2 AS masked_stretches,
       d.id AS id
ORDER BY withheld DESC, document, id
LIMIT $limit
