// title: Years from which no document is known to speak of a body
// why: a silent year between two that speak is a gap of the archive first; a document that only says “the force” may be missed
// param body: string = ""
// param limit: integer = 200
// returns: body, year, document_before, published_before, document_after, published_after, undated
// view: timeline
MATCH (d:Document)-[:MENTIONS]->(whom:Organisation)
WHERE ($body = '' OR whom.id = $body OR toLower(whom.name) = toLower($body)
    OR any(alias IN whom.aliases WHERE toLower(alias) = toLower($body)))
// Between two of its years none is silent where it has as many years as they are apart.
WITH whom,
     count(DISTINCT left(d.published, 4)) AS years,
     min(left(d.published, 4)) AS first_year,
     max(left(d.published, 4)) AS last_year,
     sum(CASE WHEN d.published IS NULL THEN 1 ELSE 0 END) AS undated
WHERE years < toInteger(last_year) - toInteger(first_year) + 1
WITH whom, undated
ORDER BY whom.name, whom.id
LIMIT $limit
MATCH (d:Document)-[:MENTIONS]->(whom)
WHERE d.published IS NOT NULL
WITH whom, undated, d
ORDER BY d.published, d.id
WITH whom, undated, collect(d) AS dated
UNWIND range(0, size(dated) - 2) AS place
WITH whom, undated, dated[place] AS before, dated[place + 1] AS after
WHERE toInteger(left(after.published, 4)) - toInteger(left(before.published, 4)) > 1
UNWIND range(toInteger(left(before.published, 4)) + 1, toInteger(left(after.published, 4)) - 1)
       AS year
RETURN whom.name AS body,
       year,
       before.name AS document_before,
       before.published AS published_before,
       after.name AS document_after,
       after.published AS published_after,
       undated
ORDER BY body, whom.id, year
LIMIT $limit
