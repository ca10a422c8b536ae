"""An embedded engine for several tests: starting one for each takes seconds."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graph.archive import Archive
from graph.stores.open import open_store
from graph.stores.store import Store


@contextmanager
def shared_engine(folders: pytest.TempPathFactory) -> Iterator[tuple[Archive, Store]]:
    """Open the engine of an empty archive that no other test knows of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folders.mktemp("state")))
        archive = Archive.create(folders.mktemp("shared") / "archive", title="Wexcombe")
        with open_store(archive, None) as store:
            yield archive, store
