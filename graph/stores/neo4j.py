"""What Neo4j does differently: full-text indexes in Cypher, and a guard that reads the plan."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import READ_ACCESS, Query, Session

from graph.schema import EDGES, NODES, SEARCHED, STATE
from graph.stores import guard, statements
from graph.stores.bolt import table
from graph.stores.connection import Connection
from graph.stores.store import Parameters, QueryRefused, Table

_FORBIDDEN_OPERATOR = re.compile(
    r"LoadCSV|^Show|Terminate|Administration|Transaction(Foreach|Apply)|^(Create|Drop|Alter)"
)
_PLACE = re.compile(r"\(line (\d+), column (\d+)")
_LATE = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "TransactionTimedOutClientConfiguration",
)


class Neo4j:
    """The dialect of a Neo4j 5 server."""

    engine = "neo4j"

    def schema(self) -> list[str]:
        """Return constraints (each label merged on needs its own) and full-text indexes."""
        labels = ["Entity", STATE.label, *(node.label for node in NODES)]
        return [
            *(statements.constraint(label) for label in labels),
            *(statements.edge_constraint(edge.name) for edge in EDGES),
            *(
                f"CREATE FULLTEXT INDEX {label.lower()}_search IF NOT EXISTS "
                f"FOR (n:{label}) ON EACH [n.search]"
                for label in SEARCHED
            ),
            "CALL db.awaitIndexes(60)",
        ]

    def ask(
        self,
        connection: Connection,
        cypher: str,
        parameters: Parameters,
        *,
        limit: int,
        seconds: float,
    ) -> Table:
        """Read its plan, then run it in a reading session with the server's own time limit."""
        guard.refuse(cypher)
        drivers = connection.drivers()
        with drivers.reader.session(
            database=drivers.database, default_access_mode=READ_ACCESS, fetch_size=limit + 1
        ) as session:
            _refuse_plan(session, cypher, parameters)
            query = Query(cypher, timeout=seconds)
            return table(session.run(query, dict(parameters)), limit)

    def refusal(self, fault: Exception, cypher: str) -> QueryRefused:
        """Return the driver's error in our words, with the place where the server gives one."""
        if str(getattr(fault, "code", "")).endswith(_LATE):
            return QueryRefused(
                "it ran longer than its time limit and was ended",
                remedy="Ask for less: name a label, an id or a LIMIT",
            )
        message = str(getattr(fault, "message", None) or fault)
        place = _PLACE.search(message)
        where = (int(place[1]), int(place[2])) if place else None
        return QueryRefused(message.split("\n", 1)[0], position=where)


def _refuse_plan(session: Session, cypher: str, parameters: Parameters) -> None:
    # The text cannot begin with EXPLAIN itself: the guard has refused that.
    summary = session.run("EXPLAIN " + cypher, dict(parameters)).consume()
    if summary.query_type != "r":
        raise QueryRefused("it writes", remedy="Ask with MATCH … RETURN; this place only reads")
    for operator in _walk(summary.plan or {}):
        name = str(operator.get("operatorType", "")).split("@")[0]
        if _FORBIDDEN_OPERATOR.search(name):
            raise QueryRefused(f"its plan holds {name}, which is not for reading the graph")
        if name == "ProcedureCall":
            _refuse_procedure(operator)


def _refuse_procedure(operator: Mapping[str, Any]) -> None:
    called = str(operator.get("args", {}).get("Details", "")).split("(")[0].strip().lower()
    if called not in guard.ALLOWED_PROCEDURES:
        raise QueryRefused(f"the procedure {called} is not on the short list")


def _walk(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if plan:
        yield plan
    for child in plan.get("children", ()):
        yield from _walk(child)
