// title: How each rule fared when people looked
// why: of what a rule made, how much a person accepted, rejected or has not read; shares are of those read
// param limit: integer = 200
// returns: kind, method, made, accepted, rejected, not_read, read, accepted_percent_of_read
// view: table
CALL {
  MATCH (s:Statement)
  WHERE NOT coalesce(s.retracted, false)
  RETURN 'statement' AS kind, s.method AS method, s.review AS review
  UNION ALL
  MATCH (:Entity)-[l]->(:Entity)
  WHERE l.method IS NOT NULL
    AND NOT coalesce(l.retracted, false)
  RETURN type(l) AS kind, l.method AS method, l.review AS review
}
WITH kind, method, review
WHERE NOT method STARTS WITH 'person/'
WITH kind,
     method,
     count(*) AS made,
     sum(CASE WHEN review = 'accepted' THEN 1 ELSE 0 END) AS accepted,
     sum(CASE WHEN review = 'rejected' THEN 1 ELSE 0 END) AS rejected
RETURN kind,
       method,
       made,
       accepted,
       rejected,
       made - accepted - rejected AS not_read,
       accepted + rejected AS read,
       CASE WHEN accepted + rejected > 0
            THEN round(100.0 * accepted / (accepted + rejected)) END AS accepted_percent_of_read
ORDER BY kind <> 'statement', kind, method
LIMIT $limit
