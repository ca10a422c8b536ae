"""What ArcadeDB does differently: types before constraints, a read-only user, ending a query."""

import re
import secrets
import threading
import time

from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.schema import EDGES, NODES, SEARCHED, STATE
from graph.stores import statements
from graph.stores.connection import Connection, Drivers
from graph.stores.deadline import Deadline, too_long
from graph.stores.rows import FETCHED, bounded_table
from graph.stores.store import Parameters, QueryRefused, Table
from graph.stores.told import told

# The engine counts columns from 0.
_PLACE = re.compile(r"at line (\d+)(?::|, column )(\d+)")
# An engine that is being ended still listens for a moment after its connections broke.
_SETTLE = 0.2


# Makes the next load compare everything.
FORGET = f"UPDATE `{STATE.label}` SET version = ''"  # noqa: S608 - a name of the schema
_RANGE, _ELEMENTS = 10_000, 500_000
_SETTINGS: dict[str, object] = {
    # Each commit is on the disk before it is acknowledged.
    "txWalFlush": 1,
    # A backstop for whatever nobody waits for any more; questions have their own, shorter limit.
    "command.timeout": 120_000,
    "queryMaxRangeSize": _RANGE,
    # Elements that one query may sort, group or collect. It holds for our own questions too: a
    # page may ask for 100,000 rows in order, so it must stand well above that.
    "queryMaxHeapElementsAllowedPerOp": _ELEMENTS,
    "opencypher.loadCsv.allowFileUrls": False,
    "opencypher.loadCsv.allowRemoteUrls": False,
}

# What the engine says when one of its limits is met, and what we say.
_LIMITS = {
    "queryMaxRangeSize": f"it has a range of more than {_RANGE:,} numbers",
    "queryMaxHeapElementsAllowedPerOp": f"it sorts, groups or collects more than {_ELEMENTS:,} "
    "things",
    "maximum allowed depth": "it is nested too deeply, or has too long a chain of operators",
}
_LESS = "Ask for less: name a label, an id or a LIMIT"


def settings() -> list[str]:
    """Return the SQL that bounds the database: settings given to the server are ignored."""
    return [
        f"ALTER DATABASE `arcadedb.{name}` {str(value).lower()}"
        for name, value in _SETTINGS.items()
    ]


def types() -> list[str]:
    """Return the SQL that makes the types and full-text indexes; each may run twice."""
    made = [_vertex("Entity", None), _vertex(STATE.label, None)]
    made += [_vertex(node.label, "Entity" if node.entity else None) for node in NODES]
    made += [f"CREATE EDGE TYPE `{edge.name}` IF NOT EXISTS" for edge in EDGES]
    for label in SEARCHED:
        made.append(f"CREATE PROPERTY `{label}`.search IF NOT EXISTS STRING")
        made.append(
            f"CREATE INDEX {label.lower()}_search IF NOT EXISTS ON `{label}` (search) FULL_TEXT"
        )
    return made


def _vertex(label: str, above: str | None) -> str:
    extends = f" EXTENDS `{above}`" if above else ""
    return f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS{extends}"


class ArcadeDB:
    """The dialect of the embedded engine."""

    engine = "embedded"

    def schema(self) -> list[str]:
        """Return the constraints. `Entity`'s covers its subtypes; `types` has run at the start."""
        labels = ["Entity", STATE.label, *(node.label for node in NODES if not node.entity)]
        return [
            *(statements.constraint(label) for label in labels),
            *(statements.edge_constraint(edge.name) for edge in EDGES),
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
        """Run it as the read-only user; end it, and if it does not obey the engine, in time."""
        drivers = connection.drivers()
        # A comment behind the query names it in the engine's list; places in the text stay.
        token = secrets.token_hex(8)
        marked = f"{cypher}\n// {token}"
        over = threading.Event()
        with Deadline(seconds, over, lambda: _terminate(drivers, token), connection.stop_engine):
            try:
                return _run(drivers, marked, token, parameters, limit)
            except (ServiceUnavailable, SessionExpired) as fault:
                connection.lost(drivers)
                if over.is_set():
                    raise too_long(seconds) from fault
                time.sleep(_SETTLE)
                if drivers.alive():
                    raise _broke_off() from fault
                raise
            except Neo4jError as fault:
                if over.is_set():
                    raise too_long(seconds) from fault
                raise

    def refusal(self, fault: Exception, cypher: str) -> QueryRefused:
        """Return the driver's error in our words, with the place where the engine gives one."""
        message = str(getattr(fault, "message", None) or fault)
        for sign, words in _LIMITS.items():
            if sign in message:
                return QueryRefused(words, remedy=_LESS)
        place = _PLACE.search(message)
        return told(message, cypher, (int(place[1]), int(place[2]) + 1) if place else None)


def _run(drivers: Drivers, cypher: str, token: str, parameters: Parameters, limit: int) -> Table:
    # Not a managed transaction: a stranger's query is never repeated.
    with drivers.reader.session(database=drivers.database, fetch_size=FETCHED) as session:
        try:
            found = bounded_table(session.run(cypher, dict(parameters)), limit)
        except QueryRefused:
            _terminate(drivers, token)
            raise
        if found.truncated:
            # The engine would work out all other rows before it lets the session go.
            _terminate(drivers, token)
        return found


def _terminate(drivers: Drivers, token: str) -> None:
    """Tell the engine to end the query with this token; an engine that cannot is ended later.

    Where the query ended meanwhile with its engine, the drivers may be closed: nothing is left.
    """
    try:
        with drivers.writer.session(database=drivers.database) as session:
            running = session.run("SHOW TRANSACTIONS").data()
            ids = [row["transactionId"] for row in running if token in str(row["currentQuery"])]
            session.run("TERMINATE TRANSACTIONS $ids", ids=ids).consume()
    except (Neo4jError, DriverError):
        return


def _broke_off() -> QueryRefused:
    return QueryRefused(
        "it needs more memory than the graph engine may use",
        remedy=_LESS,
    )
