"""Fixtures that several packages' tests share: archives and stores on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.stores.open import open_store
from graph.stores.store import Store
from tests.command import Command
from tests.neo4j.server import Missing, Server, running
from tests.requirements import require


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


@pytest.fixture
def embedded_store(archive: Archive) -> Iterator[Store]:
    """The embedded engine of `archive`, with its schema."""
    with open_store(archive, None) as store:
        yield store


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j that runs for the whole session; skipped, or failed, where it cannot."""
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
