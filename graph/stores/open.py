"""Opening the graph of an archive: embedded, or a Neo4j server by its address."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from urllib.parse import urlsplit

from graph.archive import Archive
from graph.errors import UsageError
from graph.stores.arcadedb import ArcadeDB
from graph.stores.bolt import BoltStore
from graph.stores.embedded import Embedded
from graph.stores.neo4j import Neo4j
from graph.stores.server import SCHEMES, Server
from graph.stores.space import full_disk_told
from graph.stores.store import Store


@contextmanager
def open_store(
    archive: Archive,
    url: str | None,
    *,
    user: str | None = None,
    password: str | None = None,
    tell: Callable[[str], None] = lambda told: None,
) -> Iterator[Store]:
    """Yield the archive's store with its schema made, and close it in the end.

    `url` null or `embedded`: the engine inside the archive, started or joined; else the Bolt
    address of a Neo4j server. `tell` is given a sentence where a damaged folder was set aside.
    Raises OnRecordError where it cannot be reached, UsageError for an address of another kind.
    """
    _hush_driver()
    store = _store(archive, url, user, password, tell)
    try:
        # Before the engine ends: it gives back the room of its log then.
        with full_disk_told(archive.root) if store.engine == "embedded" else nullcontext():
            store.bootstrap()
            yield store
    finally:
        store.close()


def _store(
    archive: Archive,
    url: str | None,
    user: str | None,
    password: str | None,
    tell: Callable[[str], None],
) -> Store:
    if url is None or url == "embedded":
        return BoltStore(Embedded(archive, tell), ArcadeDB())
    if urlsplit(url).scheme not in SCHEMES:
        raise UsageError(
            "this is not the address of a graph server",
            subject=url,
            remedy="Write it as bolt://host:7687, neo4j://host or neo4j+s://host, or `embedded`",
        )
    return BoltStore(Server(url, user, password), Neo4j())


def _hush_driver() -> None:
    # What the driver logs about a connection that broke, our errors tell in other words; without
    # a handler it would go to standard error.
    log = logging.getLogger("neo4j")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
