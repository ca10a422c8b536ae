"""Search over entities, statements and documents: exact name, then beginning, then full text."""

from graph.archive import Archive
from graph.explore.views import Hits
from graph.stores.store import Store


def search(
    store: Store, archive: Archive, words: str, *, kinds: tuple[str, ...] = (), limit: int = 50
) -> Hits:
    """Return what matches, best first; no words find nothing. Kinds: none named means all."""
    raise NotImplementedError
