"""The invented story on each engine."""

import pytest

from graph.archive import Archive
from graph.stores.store import Store
from tests.wexcombe import tell


@pytest.fixture
def story(store: Store, archive: Archive) -> Store:
    """A store that holds the story of Wexcombe."""
    tell(store, archive)
    return store
