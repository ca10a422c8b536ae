"""Scenes: one or several things with their direct neighbours, within a limit that speaks."""

from collections import defaultdict
from itertools import zip_longest

from graph.errors import UsageError
from graph.explore.asking import Row, ask, ask_some
from graph.explore.drawing import draw
from graph.explore.links import edge_evidence
from graph.explore.paths import MOST_STEPS, path, ways
from graph.explore.refs import kind_of, labels_of, no_such_thing, number, refs_by_id
from graph.explore.views import NeighbourCount, Scene
from graph.schema import EDGE_BY_NAME
from graph.stores.store import Store

__all__ = [
    "HARD",
    "MOST_STEPS",
    "SOFT",
    "edge_evidence",
    "neighbour_counts",
    "neighbours",
    "path",
    "scene",
    "ways",
]

SOFT = 500
HARD = 1500
_MOST_LINKS = 20_000


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
    rows, cut = _links(store, chosen)
    wanted = [row for row in rows if types is None or row["type"] in types]
    shown = [*chosen, *_in_turns(wanted, set(chosen))][:limit]
    beyond = {str(row["other"]) for row in rows} | set(chosen)
    left = {str(row["other"]) for row in wanted} - set(shown)
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
    rows, cut = _links(store, chosen)
    wanted = [
        row
        for row in rows
        if (types is None or row["type"] in types)
        and (kinds is None or kind_of(row["label"]) in kinds)
    ]
    shown = [*chosen, *_in_turns(wanted, set(chosen))][:limit]
    left = {str(row["other"]) for row in wanted} - set(shown)
    truncated = cut or bool(left)
    return draw(store, shown, hidden=len(left), limit=limit, truncated=truncated, types=types)


def neighbour_counts(store: Store, id_: str) -> tuple[NeighbourCount, ...]:
    """Return how many neighbours of which kind a thing has, by type of link; raise NotFound."""
    _seeds(store, (id_,), 1, None)
    return tuple(
        NeighbourCount(
            type=str(row["type"]), kind=kind_of(row["label"]), count=number(row["things"])
        )
        for row in ask(store, "degrees", ids=[id_])
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


def _links(store: Store, ids: list[str]) -> tuple[list[Row], bool]:
    if not ids:
        return [], False
    return ask_some(store, "linked_to", ids=ids, limit=_MOST_LINKS)


def _in_turns(rows: list[Row], seeds: set[str]) -> list[str]:
    """Return the other ends, the first of each type, then the second of each, by id."""
    by_type: dict[str, dict[str, None]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: (str(row["type"]), str(row["other"]))):
        if str(row["other"]) not in seeds:
            by_type[str(row["type"])][str(row["other"])] = None
    turns = zip_longest(*by_type.values())
    return list(dict.fromkeys(id_ for turn in turns for id_ in turn if id_ is not None))
