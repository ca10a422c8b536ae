"""The embedded engine of an archive: joined where one runs, started where none does.

One command owns the engine's process; others join it through its endpoint. When the owner ends,
the engine ends with it, and the next question of a joined command starts it again and makes that
command the owner: a joined command sees at most a pause. A question that broke off is asked again
(everything we write may be written twice).
"""

import errno
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.schema import STATE
from graph.stores import arcadedb, child, endpoint, folder
from graph.stores.connection import Drivers
from graph.stores.engine_files import DATABASE, OWNER, READER

_TRIES = 40
_PAUSE = 0.25
_STARTS = 3
_CONNECT = 5.0
_ANSWERS = 8
"""Seconds for a connection, and how often one is tried: a busy engine may let it wait long."""
_LOADED = f"MATCH (n:{STATE.label}) WHERE n.version <> '' RETURN count(n) > 0 AS loaded"
_WHY = {
    "damaged": "is damaged",
    "foreign": "was made by another version of this program or its engine, or for another archive",
}
_REMEDIES = {
    "killed": "Run the same command again, with more memory free if the system had none left",
    "missing": "Install the package `arcadedb`, or `onrecord[jvm]` where it has no build, or name "
    "a Neo4j server with --graph",
    "locked": "End the other process that has the graph folder open",
    "space": "Make room on the disk, then run the same command again",
    "read-only": "It writes there also to answer: copy the archive to a place where you may write, "
    "or name a Neo4j server with --graph",
}


class Embedded:
    """A `Connection` to the engine of one archive. Threads may share it."""

    def __init__(self, archive: Archive, tell: Callable[[str], None] = lambda told: None) -> None:
        self._archive = archive
        self._tell = tell
        self._graph = archive.root / "graph"
        self._note = endpoint.place(archive.root, archive.id)
        self._guard = threading.RLock()
        self._child: child.Child | None = None
        self._joined: endpoint.Endpoint | None = None
        self._drivers: Drivers | None = None
        self._birth: str | None = None
        self._put_one_aside = False

    @property
    def owner(self) -> bool:
        """Whether the engine's process is ours."""
        return self._child is not None

    def drivers(self) -> Drivers:
        """Return open drivers; joins or starts the engine where needed."""
        with self._guard:
            if self._drivers is None:
                drivers = self._attach()
                self._refuse_emptied(drivers)
                self._drivers = drivers
            return self._drivers

    def lost(self, drivers: Drivers) -> bool:
        """Let go of drivers that reach nothing; the next question attaches again."""
        with self._guard:
            if self._drivers is drivers:
                drivers.close()
                self._drivers = None
        return True

    def stop_engine(self) -> None:
        """Kill an engine that obeys no more, also a joined one; the next question starts it."""
        with self._guard:
            if self._child is not None:
                self._child.kill()
                self._child = None
            elif self._joined is not None and self._joined.alive():
                os.kill(self._joined.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close the drivers, and end the engine if it is ours."""
        with self._guard:
            if self._drivers is not None:
                self._drivers.close()
                self._drivers = None
            if self._child is not None:
                # Nobody starts another before this one has ended and sealed its folder.
                with endpoint.starting(self._note):
                    endpoint.forget(self._note, self._child.endpoint)
                    self._child.stop()
                self._child = None

    def _attach(self) -> Drivers:
        for _ in range(_STARTS):
            drivers = self._joined_or_started()
            if drivers is not None:
                return drivers
        raise OnRecordError(
            "the graph engine started and does not answer", remedy="Run the same command again"
        )

    def _joined_or_started(self) -> Drivers | None:
        """Return drivers; null where an engine that was just started is gone already."""
        with endpoint.starting(self._note):
            known = endpoint.read(self._note)
            if known and known.archive == self._archive.id and known.alive():
                drivers = _answering(known)
                if drivers is not None:
                    self._joined = known
                    return drivers
            self._drop_child()
            self._child = self._start()
            endpoint.write(self._note, self._child.endpoint)
        return _answering(self._child.endpoint)

    def _drop_child(self) -> None:
        """Let go of our own engine that died, or lives and does not answer."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def _start(self) -> child.Child:
        """Start the engine; set a folder aside that cannot be trusted, and wait for locks.

        An engine whose owner was killed still ends in good order, and holds the lock meanwhile.
        """
        last = child.NotStarted("locked", "it was never free")
        killed = 0
        for _ in range(_TRIES):
            try:
                return self._start_once()
            except child.NotStarted as fault:
                last = fault
            killed += last.kind == "killed"
            if last.kind == "damaged" and not self._put_one_aside:
                self._put_aside("is damaged")
            elif last.kind in {"port", "locked"} or 0 < killed < _STARTS:
                time.sleep(_PAUSE)
            else:
                break
        raise _failed(self._graph, last)

    def _start_once(self) -> child.Child:
        sql = [*arcadedb.settings(), *arcadedb.types()]
        made_by = folder.fingerprint(self._archive.id, sql)
        try:
            state = folder.state(self._graph, made_by)
            if state in _WHY:
                self._put_aside(_WHY[state])
            folder.stamp(self._graph, made_by)
        except OSError as fault:
            kind = "space" if fault.errno == errno.ENOSPC else "read-only"
            raise child.NotStarted(kind, str(fault)) from fault
        return child.start(
            self._archive.id,
            self._graph,
            sql=sql,
            # Whatever an unclean stop has cost, the next load compares everything. An engine
            # that ended under our own eyes has lost nothing that it acknowledged.
            forget=[arcadedb.FORGET] if state == "unclean" and not self._birth else [],
            check=state == "unclean",
        )

    def _put_aside(self, why: str) -> None:
        aside = folder.set_aside(self._graph)
        self._put_one_aside = True
        if self._birth:
            raise _emptied(self._graph)
        self._tell(
            f"note: the graph in {self._graph} {why}. It was set aside in {aside.name}; the next "
            "load builds it anew from the archive."
        )

    def _refuse_emptied(self, drivers: Drivers) -> None:
        """Raise where the folder is another than before and nobody has loaded it yet.

        Whoever opens a store loads it; in the middle of work an empty graph must not pass for an
        answer.
        """
        birth = folder.born(self._graph)
        if self._birth not in {None, birth}:
            found, _, _ = drivers.writer.execute_query(_LOADED, database_=drivers.database)
            if not found[0]["loaded"]:
                drivers.close()
                raise _emptied(self._graph)
        self._birth = birth


def _answering(known: endpoint.Endpoint) -> Drivers | None:
    """Return drivers to an engine; null where it is gone, takes no password of ours, or is stuck.

    One that is too busy to take connections is waited for: another beside it would only find the
    folder locked.
    """
    for _ in range(_ANSWERS):
        try:
            return _connect(known)
        except AuthError:
            return None
        except (Neo4jError, DriverError):
            if not known.alive():
                return None
        time.sleep(_PAUSE)
    return None


def _connect(known: endpoint.Endpoint) -> Drivers:
    """Return drivers to the engine; raise the driver's error where it does not answer."""
    writer = _driver(known.url, OWNER, known.owner)
    reader = _driver(known.url, READER, known.reader)
    try:
        writer.verify_connectivity()
    except (Neo4jError, DriverError):
        writer.close()
        reader.close()
        raise
    return Drivers(writer=writer, reader=reader, database=DATABASE, alive=known.alive)


def _driver(url: str, user: str, password: str) -> Driver:
    return GraphDatabase.driver(
        url,
        auth=(user, password),
        connection_timeout=_CONNECT,
        # A lost engine is started again by us, so the driver need not wait long for it.
        max_transaction_retry_time=2.0,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        telemetry_disabled=True,
    )


def _emptied(graph: Path) -> OnRecordError:
    return OnRecordError(
        "the graph was damaged and was set aside",
        subject=str(graph),
        remedy="Run `onrecord load`: it is built anew from the archive",
    )


def _failed(graph: Path, fault: child.NotStarted) -> OnRecordError:
    return OnRecordError(
        f"the embedded graph engine did not start ({str(fault).strip()[:300]})",
        subject=str(graph),
        remedy=_REMEDIES.get(fault.kind, "Remove the folder; it is built anew from the archive"),
    )
