"""One store for both engines: everything goes through the official driver over Bolt.

What differs between the engines stands in a `Dialect`; how the engine is reached, lost and found
again in a `Connection`.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from neo4j import ManagedTransaction
from neo4j.exceptions import (
    AuthError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.batches import batched
from graph.errors import OnRecordError
from graph.stores import guard, statements
from graph.stores.connection import Connection, Dialect, Drivers
from graph.stores.rows import table
from graph.stores.store import EdgeRow, NodeRow, Parameters, QueryRefused, Table
from graph.stores.written import without_semicolon

BATCH = 1000
_ATTEMPTS = 3
# An engine that was started again on the same port has other passwords.
_LOST = (ServiceUnavailable, SessionExpired, AuthError)
T = TypeVar("T")


class BoltStore:
    """The `Store` of both engines. Threads may share one; writes wait for each other."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._writing = threading.Lock()
        self.engine = dialect.engine

    def bootstrap(self) -> None:
        """Create constraints and indexes of the schema; idempotent."""
        for statement in self._dialect.schema():
            self._with_drivers(partial(_run_alone, statement=statement))

    def read(
        self, cypher: str, parameters: Parameters | None = None, *, limit: int | None = None
    ) -> Table:
        """Run one of our own reading queries; keep at most `limit` rows."""

        def work(drivers: Drivers) -> Table:
            with drivers.writer.session(database=drivers.database) as session:
                return session.execute_read(
                    lambda tx: table(tx.run(cypher, dict(parameters or {})), limit)
                )

        return self._with_drivers(work)

    def ask(self, cypher: str, parameters: Parameters, *, limit: int, seconds: float) -> Table:
        """Run a stranger's Cypher, read-only and bounded; raise QueryRefused."""
        guard.refuse(cypher)
        guard.refuse_parameters(parameters)
        sent = without_semicolon(cypher)

        def work(_: Drivers) -> Table:
            return self._dialect.ask(
                self._connection, sent, parameters, limit=limit, seconds=seconds
            )

        return self._with_drivers(
            work,
            broken=QueryRefused(
                "the graph engine broke off",
                remedy="Ask for less: it may need more memory than there is",
            ),
            refused=lambda fault: self._dialect.refusal(fault, cypher),
        )

    def put_nodes(self, rows: Iterable[NodeRow]) -> None:
        """Create or replace nodes by id, in batches; properties not named in a row are removed."""
        by_label: dict[str, list[dict[str, object]]] = defaultdict(list)
        for row in rows:
            properties = {**row.properties, "id": row.id}
            by_label[row.label].append({"id": row.id, "properties": properties})
        for name, values in by_label.items():
            self._put(statements.put_nodes(name), values, name)

    def put_edges(self, rows: Iterable[EdgeRow]) -> None:
        """Create or replace relationships by id, in batches; both ends must exist."""
        by_shape: dict[tuple[str, str, str], list[dict[str, object]]] = defaultdict(list)
        for row in rows:
            shape = (row.type, row.source[0], row.target[0])
            by_shape[shape].append(
                {
                    "id": row.id,
                    "source": row.source[1],
                    "target": row.target[1],
                    "properties": {**row.properties, "id": row.id},
                }
            )
        for shape, values in by_shape.items():
            self._put(statements.put_edges(*shape), values, shape[0])

    def delete_nodes(self, label: str, ids: Iterable[str]) -> None:
        """Delete these nodes with their relationships."""
        for batch in batched(ids, BATCH):
            self._write(statements.delete_nodes(label), {"ids": batch})

    def delete_edges(self, type_: str, ids: Iterable[str]) -> None:
        """Delete these relationships."""
        for batch in batched(ids, BATCH):
            self._write(statements.delete_edges(type_), {"ids": batch})

    def close(self) -> None:
        """Let go of the connection (and of the engine, if this store started it)."""
        self._connection.close()

    def __enter__(self) -> "BoltStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _put(self, statement: str, values: list[dict[str, object]], what: str) -> None:
        for batch in batched(values, BATCH):
            written = self._write(statement, {"rows": batch})
            if written != len(batch):
                raise OnRecordError(
                    f"{len(batch) - written} of {len(batch)} rows were not written, "
                    "because an end of theirs is not in the graph",
                    subject=what,
                    remedy="Run `onrecord load --rebuild`",
                )

    def _write(self, statement: str, parameters: dict[str, object]) -> int:
        def work(tx: ManagedTransaction) -> int:
            record = tx.run(statement, parameters).single()
            return int(record["written"]) if record else 0

        def run(drivers: Drivers) -> int:
            with drivers.writer.session(database=drivers.database) as session:
                try:
                    return session.execute_write(work)
                except ConstraintError:
                    # ArcadeDB raises it when another process merges the same new id just now;
                    # the same statement then finds the node. A real clash raises again.
                    return session.execute_write(work)

        with self._writing:
            return self._with_drivers(run)

    def _with_drivers(
        self,
        work: Callable[[Drivers], T],
        *,
        broken: OnRecordError | None = None,
        refused: Callable[[Exception], OnRecordError] | None = None,
    ) -> T:
        """Run `work`, again where the engine went away and came back; it must bear that.

        `broken` is raised where it went away each time, `refused(fault)` for any other error.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            drivers = self._connection.drivers()
            try:
                return work(drivers)
            except _LOST as fault:
                if not self._connection.lost(drivers):
                    raise _away(fault) from fault
                if attempt == _ATTEMPTS:
                    raise broken or _away(fault) from fault
            except (Neo4jError, DriverError) as fault:
                # Another thread may have closed these drivers, because it lost the engine.
                if attempt == _ATTEMPTS or self._connection.drivers() is drivers:
                    raise (refused or _refused)(fault) from fault
        raise AssertionError("the last attempt returns or raises")


def _away(fault: Exception) -> OnRecordError:
    return OnRecordError(
        f"the graph engine went away ({fault})", remedy="Run the same command again"
    )


def _refused(fault: Exception) -> OnRecordError:
    return OnRecordError(
        f"the graph engine refused: {fault}", remedy="If it lasts, run `onrecord load --rebuild`"
    )


def _run_alone(drivers: Drivers, statement: str) -> None:
    # Outside a managed transaction: Neo4j refuses schema statements beside others in one.
    with drivers.writer.session(database=drivers.database) as session:
        session.run(statement).consume()
