// title: Judgements on one thing
// why: pages say who vouched for what, when and why; a link is named by its id alone
// param id: string
// param limit: integer = 1000
// returns: id, action, verdict, by, at, why, stands, misfit, others
// view: table
MATCH (j:Judgement)
WHERE j.on = $id
  OR EXISTS { MATCH (j)-[:BETWEEN]->(:Statement {id: $id}) }
RETURN j.id AS id,
       j.action AS action,
       j.verdict AS verdict,
       j.by AS by,
       j.at AS at,
       j.why AS why,
       j.standing AS stands,
       j.misfit AS misfit,
       COLLECT {
         MATCH (j)-[:BETWEEN]->(s:Statement)
         WHERE s.id <> $id
         RETURN {id: s.id, labels: labels(s), name: s.name, anonymous: false,
                 protected: false} AS one
         ORDER BY s.id
       } AS others
ORDER BY j.number, id
LIMIT $limit
