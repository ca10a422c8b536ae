"""What Neo4j does differently: full-text indexes in Cypher, and a guard that reads the plan."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import READ_ACCESS, Query, Session
from neo4j.exceptions import Neo4jError

from graph.schema import EDGES, NODES, SEARCHED, STATE
from graph.stores import guard, statements
from graph.stores.connection import Connection, Drivers
from graph.stores.deadline import Leaving, too_long
from graph.stores.rows import FETCHED, bounded_table
from graph.stores.store import Parameters, QueryRefused, Table
from graph.stores.told import told

_FORBIDDEN_OPERATOR = re.compile(
    r"LoadCSV|^Show|Terminate|Administration|Transaction(Foreach|Apply)|^(Create|Drop|Alter)"
)
_PLACE = re.compile(r"\(line (\d+), column (\d+)")
_LATE = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "TransactionTimedOutClientConfiguration",
)


_MEMORY = ("Java heap space", "buffer memory", "MemoryPool", "memory pool", "out of memory")


class Neo4j:
    """The dialect of a Neo4j 5 server."""

    engine = "neo4j"

    def __init__(self) -> None:
        self._leaving = Leaving()

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
        """Read its plan, then run it in a reading session with the server's own time limit.

        Inside an expression the server does not look at its limit; then it is left behind.
        """
        guard.refuse_deep_loops(cypher)
        drivers = connection.drivers()
        try:
            return self._leaving.run(
                lambda: _run(drivers, cypher, parameters, limit, seconds), seconds
            )
        except Neo4jError as fault:
            if str(fault.code).endswith(_LATE):
                raise too_long(seconds) from fault
            raise

    def refusal(self, fault: Exception, cypher: str) -> QueryRefused:
        """Return the driver's error in our words, with the place where the server gives one."""
        message = str(getattr(fault, "message", None) or fault)
        if any(sign in message for sign in _MEMORY):
            return QueryRefused(
                "it needs more memory than the server gives it",
                remedy="Ask for less: name a label, an id or a LIMIT",
            )
        place = _PLACE.search(message)
        # It was sent from the second line on, so that no word before it moves its columns.
        where = (int(place[1]) - 1, int(place[2])) if place else None
        return told(message, cypher, where and _in_code_points(cypher, *where))


def _in_code_points(cypher: str, line: int, column: int) -> tuple[int, int]:
    """Return a place whose column the server counted in UTF-16 units."""
    lines = cypher.split("\n")
    if not 1 <= line <= len(lines):
        return line, column
    before = lines[line - 1].encode("utf-16-le")[: 2 * (column - 1)]
    return line, len(before.decode("utf-16-le", "replace")) + 1


def _run(
    drivers: Drivers, cypher: str, parameters: Parameters, limit: int, seconds: float
) -> Table:
    with drivers.reader.session(
        database=drivers.database, default_access_mode=READ_ACCESS, fetch_size=FETCHED
    ) as session:
        _refuse_plan(session, cypher, parameters)
        query = Query(f"\n{cypher}", timeout=seconds)
        return bounded_table(session.run(query, dict(parameters)), limit)


def _refuse_plan(session: Session, cypher: str, parameters: Parameters) -> None:
    # The text cannot begin with EXPLAIN itself: the guard has refused that.
    summary = session.run(f"EXPLAIN\n{cypher}", dict(parameters)).consume()
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
