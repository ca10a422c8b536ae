"""Fixtures that several packages' tests share: archives and stores on both engines."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from graph.archive import Archive
from graph.stores.open import open_store
from graph.stores.store import Store
from tests import sharing
from tests.command import Command
from tests.engines import shared_engine
from tests.neo4j.server import Missing, Server, running
from tests.requirements import require

ROOT = Path(__file__).parents[1]

# A run of the tests draws the same inputs each time, so that it fails on what changed alone;
# `make unseen` looks among others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("unseen", derandomize=False, deadline=None, max_examples=500)
settings.load_profile("same")


def pytest_configure() -> None:
    """Let the commands that tests start keep what Python compiles, where the machine keeps none."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "bytecode")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let what takes long begin first where several processes share the run."""
    for item in items:
        if item.get_closest_marker("neo4j") and sharing.group(item.nodeid) != sharing.SERVER:
            raise pytest.UsageError(f"{item.nodeid} needs the server: its id must say so")
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: sharing.turn(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> sharing.Sharing:
    """Share the tests out in groups, in their order."""
    config.option.loadscopereorder = False
    return sharing.Sharing(config, log)


@pytest.fixture(autouse=True)
def private_state(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep engine endpoints of tests out of the user's own state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive."""
    return Archive.create(tmp_path / "archive", title="Wexcombe")


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command line on an archive that does not exist yet."""
    for name in ("ONRECORD_ARCHIVE", "ONRECORD_GRAPH"):
        monkeypatch.delenv(name, raising=False)
    return Command(tmp_path / "archive", monkeypatch, capsys)


@pytest.fixture(scope="session")
def embedded_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded engine that runs for the whole session, on an archive of its own."""
    with shared_engine(tmp_path_factory) as (_, store):
        yield store


@pytest.fixture
def embedded_store(embedded_engine: Store) -> Store:
    """The embedded engine, emptied, with the schema; whoever harms it opens an own one instead."""
    empty(embedded_engine)
    return embedded_engine


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j that runs for the whole session; skipped, or failed, where it cannot."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        # Two processes must never empty one server for each other, nor each start its own.
        (tmp_path_factory.getbasetemp().parent / "has-the-server").mkdir()
    try:
        with running(tmp_path_factory.mktemp("neo4j")) as server:
            yield server
    except Missing as reason:
        require("neo4j", str(reason))


@pytest.fixture
def neo4j_store(archive: Archive, neo4j_server: Server) -> Iterator[Store]:
    """The Neo4j server, emptied, with the schema."""
    server = neo4j_server
    with open_store(archive, server.url, user=server.user, password=server.password) as store:
        empty(store)
        yield store


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """Each engine in turn."""
    made: Store = request.getfixturevalue(f"{request.param}_store")
    return made


def empty(store: Store) -> None:
    """Remove everything from a test database, whoever wrote it."""
    drivers = store._connection.drivers()  # type: ignore[attr-defined]
    drivers.writer.execute_query("MATCH (n) DETACH DELETE n", database_=drivers.database)
