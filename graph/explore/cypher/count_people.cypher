// title: How many people are named and unnamed
// why: the overview
// param limit: integer = 2
// returns: unnamed, count
// view: table
MATCH (p:Person)
WITH coalesce(p.anonymous, false) OR coalesce(p.protected, false) AS unnamed, count(*) AS many
RETURN unnamed, many AS count
ORDER BY unnamed
LIMIT $limit
