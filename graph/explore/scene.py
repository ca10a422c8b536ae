"""Scenes: one or several things with their direct neighbours, within a limit that speaks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from graph.errors import UsageError
from graph.explore.asking import ask
from graph.explore.between import MOST_STEPS
from graph.explore.drawing import draw, edges_among
from graph.explore.links import edge_evidence, first_words
from graph.explore.paths import path, ways
from graph.explore.refs import kind_of, labels_of, no_such_thing, number, refs_by_id, texts
from graph.explore.views import NeighbourCount, Scene
from graph.schema import EDGE_BY_NAME
from graph.stores.store import Store

__all__ = [
    "HARD",
    "MOST_STEPS",
    "SOFT",
    "edge_evidence",
    "edges_among",
    "first_words",
    "neighbour_counts",
    "neighbours",
    "path",
    "scene",
    "ways",
]

SOFT = 500
HARD = 1500
_MOST_LINKS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linked:
    """The things of one kind to which links of one type lead."""

    type: str
    kind: str
    others: tuple[str, ...]


def scene(
    store: Store,
    seeds: tuple[str, ...],
    *,
    limit: int = SOFT,
    types: tuple[str, ...] | None = None,
) -> Scene:
    """Return the seeds with their neighbours (over links of these types); raise NotFound.

    Neighbours are taken in turns from each type of link, by id. `hidden` counts all direct
    neighbours of the seeds that are not shown, whichever way they were left out.
    """
    chosen = _seeds(store, seeds, limit, types)
    found, cut = _linked(store, chosen)
    wanted = [one for one in found if types is None or one.type in types]
    shown = [*chosen, *_in_turns(wanted, set(chosen))][:limit]
    beyond = _others(found) | set(chosen)
    left = _others(wanted) - set(shown)
    return draw(
        store,
        shown,
        hidden=len(beyond - set(shown)),
        limit=limit,
        truncated=cut or bool(left) or len(chosen) > limit,
        types=types,
    )


def neighbours(
    store: Store,
    id_: str,
    *,
    types: tuple[str, ...] | None = None,
    kinds: tuple[str, ...] | None = None,
    limit: int = SOFT,
) -> Scene:
    """Return one thing with its neighbours of these kinds over links of these types.

    `hidden` counts the neighbours asked for that are not shown.
    """
    labels_of(kinds or ())
    chosen = _seeds(store, (id_,), limit, types)
    found, cut = _linked(store, chosen)
    wanted = [
        one
        for one in found
        if (types is None or one.type in types) and (kinds is None or one.kind in kinds)
    ]
    shown = [*chosen, *_in_turns(wanted, set(chosen))][:limit]
    left = _others(wanted) - set(shown)
    truncated = cut or bool(left)
    return draw(store, shown, hidden=len(left), limit=limit, truncated=truncated, types=types)


def neighbour_counts(store: Store, id_: str) -> tuple[NeighbourCount, ...]:
    """Return how many neighbours of which kind a thing has, by type of link; raise NotFound."""
    _seeds(store, (id_,), 1, None)
    return tuple(
        NeighbourCount(
            type=str(row["type"]), kind=kind_of(row["label"]), count=number(row["things"])
        )
        for row in ask(store, "neighbour_counts", ids=[id_])
    )


def _seeds(
    store: Store, seeds: tuple[str, ...], limit: int, types: tuple[str, ...] | None
) -> list[str]:
    if not 1 <= limit <= HARD:
        raise UsageError(
            f"a scene shows from 1 to {HARD} things",
            subject=f"limit {limit}",
            remedy=f"Give a limit from 1 to {HARD}",
        )
    for type_ in types or ():
        if type_ not in EDGE_BY_NAME:
            raise UsageError(
                "there is no such type of link",
                subject=type_,
                remedy=f"Name one of {', '.join(EDGE_BY_NAME)}",
            )
    chosen = list(dict.fromkeys(seeds))
    known = refs_by_id(store, chosen)
    for id_ in chosen:
        if id_ not in known:
            raise no_such_thing(id_)
    return chosen


def _linked(store: Store, ids: list[str]) -> tuple[list[_Linked], bool]:
    """Return what these things are linked to, and whether there was more than can be read."""
    rows = ask(store, "linked_to", ids=ids, most=_MOST_LINKS + 1) if ids else []
    found = [
        _Linked(type=str(row["type"]), kind=kind_of(row["label"]), others=texts(row["others"]))
        for row in rows
    ]
    return found, sum(len(one.others) for one in found) > _MOST_LINKS


def _others(linked: Iterable[_Linked]) -> set[str]:
    return {id_ for one in linked for id_ in one.others}


def _in_turns(linked: Iterable[_Linked], seeds: set[str]) -> list[str]:
    """Return the other ends, the first of each type, then the second of each, by id."""
    by_type: dict[str, set[str]] = defaultdict(set)
    for one in linked:
        by_type[one.type].update(one.others)
    turns = zip_longest(*(sorted(by_type[type_] - seeds) for type_ in sorted(by_type)))
    return list(dict.fromkeys(id_ for turn in turns for id_ in turn if id_ is not None))
