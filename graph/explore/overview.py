"""The overview: counts by kind and the newest documents."""

from graph.explore.views import Overview
from graph.stores.store import Store


def overview(store: Store) -> Overview:
    """Return counts by kind, what a person has accepted, and the newest documents."""
    raise NotImplementedError
