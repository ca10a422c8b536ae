// title: What of an archive can be found, with a digest of what each says
// why: the search index changes only where the graph has changed
// param archive: string
// param limit: integer = 1000
// returns: id, labels, digest
// view: table
MATCH (n:Entity|Statement|Document)
WHERE n.id IS NOT NULL
  AND coalesce(n.archive, $archive) = $archive
RETURN n.id AS id,
       labels(n) AS labels,
       n.digest AS digest
ORDER BY id
LIMIT $limit
