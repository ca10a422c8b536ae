"""What ArcadeDB does differently: types before constraints, a read-only user, ending a query."""

import re
import secrets
import threading
from collections.abc import Callable

from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired

from graph.schema import EDGES, NODES, SEARCHED, STATE
from graph.stores import guard, statements
from graph.stores.bolt import table
from graph.stores.connection import Connection, Drivers
from graph.stores.store import Parameters, QueryRefused, Table

# How long a query told to end may take to do so before the engine itself is ended.
_GRACE = 2.0
# The engine counts columns from 0.
_PLACE = re.compile(r"at line (\d+)(?::|, column )(\d+)")


# Makes the next load compare everything.
FORGET = f"UPDATE `{STATE.label}` SET version = ''"  # noqa: S608 - a name of the schema
_SETTINGS: dict[str, object] = {
    # Each commit is on the disk before it is acknowledged.
    "txWalFlush": 1,
    # A backstop for whatever nobody waits for any more; questions have their own, shorter limit.
    "command.timeout": 120_000,
    "queryMaxRangeSize": 10_000,
    "opencypher.loadCsv.allowFileUrls": False,
    "opencypher.loadCsv.allowRemoteUrls": False,
}


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
        guard.refuse(cypher)
        drivers = connection.drivers()
        # A comment behind the query names it in the engine's list; places in the text stay.
        token = secrets.token_hex(8)
        marked = f"{cypher}\n// {token}"
        over = threading.Event()
        with _Deadline(seconds, over, lambda: _terminate(drivers, token), connection.stop_engine):
            try:
                return _run(drivers, marked, parameters, limit)
            except (ServiceUnavailable, SessionExpired) as fault:
                connection.lost(drivers)
                if over.is_set():
                    raise _too_long(seconds) from fault
                raise
            except Neo4jError as fault:
                if over.is_set():
                    raise _too_long(seconds) from fault
                raise

    def refusal(self, fault: Exception, cypher: str) -> QueryRefused:
        """Return the driver's error in our words, with the place where the engine gives one."""
        message = str(getattr(fault, "message", None) or fault).split("\n", 1)[0]
        place = _PLACE.search(message)
        where = (int(place[1]), int(place[2]) + 1) if place else None
        return QueryRefused(message, position=where)


class _Deadline:
    """Ends what runs inside: first by asking the engine, then by ending it."""

    def __init__(
        self,
        seconds: float,
        over: threading.Event,
        ask: Callable[[], None],
        force: Callable[[], None],
    ) -> None:
        self._over, self._ask, self._force = over, ask, force
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(seconds,), daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self, seconds: float) -> None:
        if self._done.wait(seconds):
            return
        self._over.set()
        # An engine that hears nothing any more must not keep the watch waiting.
        threading.Thread(target=self._ask, daemon=True).start()
        if not self._done.wait(_GRACE):
            self._force()


def _run(drivers: Drivers, cypher: str, parameters: Parameters, limit: int) -> Table:
    # Not a managed transaction: a stranger's query is never repeated.
    with drivers.reader.session(database=drivers.database, fetch_size=limit + 1) as session:
        return table(session.run(cypher, dict(parameters)), limit)


def _terminate(drivers: Drivers, token: str) -> None:
    """Tell the engine to end the query with this token; an engine that cannot is ended later."""
    try:
        with drivers.writer.session(database=drivers.database) as session:
            running = session.run("SHOW TRANSACTIONS").data()
            ids = [row["transactionId"] for row in running if token in str(row["currentQuery"])]
            session.run("TERMINATE TRANSACTIONS $ids", ids=ids).consume()
    except (Neo4jError, ServiceUnavailable, SessionExpired):
        return


def _too_long(seconds: float) -> QueryRefused:
    return QueryRefused(
        f"it ran longer than {seconds:g} seconds and was ended",
        remedy="Ask for less: name a label, an id or a LIMIT",
    )
