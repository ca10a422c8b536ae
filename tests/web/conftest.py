"""The explorer over an invented story, on one embedded engine for all tests that only read."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.archive import Archive
from graph.search.updating import update
from graph.stores.open import open_store
from graph.stores.store import NodeRow
from tests.engines import shared_engine
from tests.wexcombe import tell
from web import create_app

#: A name that would run as a program if a page or a table forgot to escape it.
NASTY = '<script>alert("x")</script> & “Sons”'
NASTY_ID = "organisation-nasty"


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application over the story of Wexcombe and one body with a nasty name."""
    with shared_engine(tmp_path_factory) as (archive, store):
        tell(store, archive)
        store.put_nodes([_nasty()])
        update(archive, store)
        yield create_app(store, archive, invented_sample=True)


@pytest.fixture
def client(explorer: Flask) -> FlaskClient:
    """A visitor."""
    return explorer.test_client()


@pytest.fixture(scope="session")
def empty_explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application over an archive that holds nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        archive = Archive.create(tmp_path_factory.mktemp("empty") / "archive", title="Wexcombe")
        with open_store(archive, None) as store:
            yield create_app(store, archive)


def _nasty() -> NodeRow:
    properties = {
        "id": NASTY_ID,
        "name": NASTY,
        "search": NASTY.lower(),
        "aliases": [],
        "anonymous": False,
        "protected": False,
    }
    return NodeRow(label="Organisation", id=NASTY_ID, properties=properties)
