import pytest

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.stores.open import open_store
from tests.neo4j.server import Server


@pytest.mark.neo4j
def test_a_wrong_password_is_named(archive: Archive, neo4j_server: Server) -> None:
    with (
        pytest.raises(OnRecordError, match="refuses the user or the password"),
        open_store(archive, neo4j_server.url, user="neo4j", password=archive.id),
    ):
        pass


@pytest.mark.neo4j
def test_no_engine_is_started_beside_a_server(archive: Archive, neo4j_server: Server) -> None:
    server = neo4j_server
    with open_store(archive, server.url, user=server.user, password=server.password) as store:
        assert store.engine == "neo4j"
    assert not (archive.root / "graph").exists()
