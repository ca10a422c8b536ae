"""Scenes: one or several things with their direct neighbours, within a limit that speaks."""

from graph.archive import Archive
from graph.explore.views import LinkView, NeighbourCount, Scene
from graph.stores.store import Store

SOFT = 500
HARD = 1500


def scene(
    store: Store,
    seeds: tuple[str, ...],
    *,
    limit: int = SOFT,
    types: tuple[str, ...] | None = None,
) -> Scene:
    """Return the seeds with their neighbours (over links of these types); raise NotFound."""
    raise NotImplementedError


def neighbours(
    store: Store,
    id_: str,
    *,
    types: tuple[str, ...] | None = None,
    kinds: tuple[str, ...] | None = None,
    limit: int = SOFT,
) -> Scene:
    """Return one thing with its neighbours of these kinds over links of these types."""
    raise NotImplementedError


def neighbour_counts(store: Store, id_: str) -> tuple[NeighbourCount, ...]:
    """Return how many neighbours of which kind a thing has, by type of link."""
    raise NotImplementedError


def edge_evidence(store: Store, archive: Archive, edge_id: str) -> LinkView:
    """Return one link with the words it rests on; raise NotFound."""
    raise NotImplementedError


def path(store: Store, a: str, b: str) -> Scene:
    """Return a shortest path between two things, empty if none; never through a case."""
    raise NotImplementedError
