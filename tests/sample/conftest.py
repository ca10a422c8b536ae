"""The sample archive, and its graph on each engine."""

from collections.abc import Iterator

import pytest

from graph.archive import Archive
from graph.loading import load
from graph.stores.store import Store
from ingest.resolution import resolver
from tests.sample.told import sample
from tests.told import opened


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The sample archive, for all tests of a module."""
    return sample(tmp_path_factory.mktemp("sample") / "archive")


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(
    request: pytest.FixtureRequest, archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The graph of the sample."""
    with opened(request, archive, tmp_path_factory.mktemp("state")) as found:
        load(archive, found, resolver(archive))
        yield found
