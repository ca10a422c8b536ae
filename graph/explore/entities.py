"""Entities: the list, and one with everything that leads to or from it."""

from graph.archive import Archive
from graph.explore.views import EntityList, EntityPage
from graph.stores.store import Store


def entities(
    store: Store, kinds: tuple[str, ...] = (), *, limit: int = 100, offset: int = 0
) -> EntityList:
    """Return entities of these kinds (none named: all) by kind and name; raise UsageError."""
    raise NotImplementedError


def entity_page(store: Store, archive: Archive, id_: str) -> EntityPage:
    """Return one entity with its links, statements and mentions; raise NotFound."""
    raise NotImplementedError
