"""Ways between two things, the shortest first, which meet no case and no protected person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.errors import OnRecordError, UsageError
from graph.explore.asking import ask_some
from graph.explore.drawing import draw
from graph.explore.refs import no_such_thing, refs_by_id
from graph.explore.views import Ref, Scene
from graph.stores.store import Store

MOST_STEPS = 6
#: How many ways are told at most.
MOST_WAYS = 5
# Ways that are longer than the shortest by more than this are not looked for.
_LONGER = 2
_MOST_THINGS = 20_000
_MOST_LINKS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Ways between two things, each a scene of its things in order.

    The first `apart` share no thing between the ends, nor a link. `more`: there are further ways,
    or the search was cut before all were found.
    """

    ways: tuple[Scene, ...]
    apart: int
    more: bool


def path(store: Store, a: str, b: str, *, documents: bool = False) -> Scene:
    """Return a shortest path between two things, empty where there is none in six steps.

    It never runs through a case or a protected person, and through documents only where asked:
    two names in one article are not joined by it. Raise NotFound; raise UsageError where an end
    is a case or a protected person.
    """
    found = ways(store, a, b, documents=documents, most=1).ways
    return found[0] if found else _drawn(store, [])


def ways(store: Store, a: str, b: str, *, documents: bool = False, most: int = MOST_WAYS) -> Ways:
    """Return up to `most` ways between two things, as `path` does; always the same in one graph.

    First come ways that share nothing between the ends, the shortest first; then others, by
    length, at most two steps longer than the shortest.
    """
    ends = refs_by_id(store, (a, b))
    for id_ in (a, b):
        if id_ not in ends:
            raise no_such_thing(id_)
        _refuse_protected(ends[id_])
    if a == b:
        return Ways(ways=(_drawn(store, [a]),), apart=1, more=False)
    through = {
        "documents": documents,
        "reach": documents or "document" in {ends[a].kind, ends[b].kind},
        "target": b,
    }
    graph, cut = _explored(store, a, through, further=_LONGER if most > 1 else 0)
    apart = list(islice(_apart(graph, a, b), most + 1))
    longest = min(len(apart[0]) + _LONGER, MOST_STEPS + 1) if apart else 0
    apart = [way for way in apart if len(way) <= longest]
    others = islice(_simple(graph, a, b, longest), most + 1) if most > 1 else ()
    every = [*apart, *(way for way in others if way not in apart)]
    return Ways(
        ways=tuple(_drawn(store, way) for way in every[:most]),
        apart=min(len(apart), most),
        more=cut or len(every) > most,
    )


def _drawn(store: Store, steps: list[str]) -> Scene:
    pairs = frozenset(frozenset(pair) for pair in pairwise(steps))
    return draw(store, steps, hidden=0, limit=MOST_STEPS + 1, truncated=False, pairs=pairs)


def _refuse_protected(end: Ref) -> None:
    if end.kind == "case" or end.protected:
        raise UsageError(
            "no path is drawn to a case or a protected person",
            subject=end.name,
            remedy="Choose two other things; who assessed a case stands on its page",
        )


def _explored(
    store: Store, a: str, through: Mapping[str, object], *, further: int
) -> tuple["nx.Graph[str]", bool]:
    """Return what lies around `a` up to the target and `further` steps, and whether it was cut."""
    pairs: set[tuple[str, str]] = set()
    known, frontier, steps = {a}, [a], MOST_STEPS
    for step in range(MOST_STEPS):
        if step >= steps or not frontier:
            break
        rows, cut = ask_some(store, "steps", ids=frontier, limit=_MOST_LINKS, **through)
        pairs.update((str(row["id"]), str(row["other"])) for row in rows)
        frontier = sorted({str(row["other"]) for row in rows} - known)
        known.update(frontier)
        if through["target"] in known:
            steps = min(steps, step + 1 + further)
        if cut or len(known) > _MOST_THINGS:
            if through["target"] not in known:
                raise _too_far(a)
            return _graph(pairs, a), True
    return _graph(pairs, a), False


def _too_far(a: str) -> OnRecordError:
    return OnRecordError(
        f"no path was found among the {_MOST_THINGS} nearest things, and the search ended",
        subject=a,
        remedy="Look for a path between nearer things",
    )


def _graph(pairs: set[tuple[str, str]], a: str) -> "nx.Graph[str]":
    # In the order of ids, so that of several shortest ways always the same is found.
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node(a)
    graph.add_edges_from(sorted((min(pair), max(pair)) for pair in pairs))
    return graph


def _apart(graph: "nx.Graph[str]", a: str, b: str) -> Iterator[list[str]]:
    """Yield shortest ways, each without anything that lies between the ends of one before."""
    left = graph.copy()
    while way := _shortest(left, a, b):
        yield way
        if len(way) == 2:
            left.remove_edge(a, b)
        left.remove_nodes_from(way[1:-1])


def _simple(graph: "nx.Graph[str]", a: str, b: str, longest: int) -> Iterator[list[str]]:
    """Yield ways of at most `longest` things, the shortest first."""
    if not longest:
        return
    for way in nx.shortest_simple_paths(graph, a, b):
        if len(way) > longest:
            return
        yield [str(id_) for id_ in way]


def _shortest(graph: "nx.Graph[str]", a: str, b: str) -> list[str]:
    try:
        return [str(id_) for id_ in nx.shortest_path(graph, a, b)]
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        return []
