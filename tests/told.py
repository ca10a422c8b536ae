"""The invented story on each engine, told once for all the tests of a module that only read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.stores.open import open_store
from graph.stores.store import Store
from tests.conftest import empty
from tests.wexcombe import tell


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of the story, for all tests of a module."""
    return Archive.create(tmp_path_factory.mktemp("story") / "archive", title="Wexcombe")


@contextmanager
def opened(request: pytest.FixtureRequest, archive: Archive, state: Path) -> Iterator[Store]:
    """Open the archive's graph on the engine that the fixture's parameter names, empty if shared.

    `state` takes the embedded engine's endpoint.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(state))
        url = user = password = None
        if request.param == "neo4j":
            server = request.getfixturevalue("neo4j_server")
            url, user, password = server.url, server.user, server.password
        with open_store(archive, url, user=user, password=password) as store:
            if url:
                empty(store)
            yield store


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def story(
    request: pytest.FixtureRequest, archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store that holds the story; a test that changes it puts it back."""
    with opened(request, archive, tmp_path_factory.mktemp("state")) as store:
        tell(store, archive)
        yield store
