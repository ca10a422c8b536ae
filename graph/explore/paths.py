"""Ways between two things, the shortest first, which meet no case and no protected person."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import networkx as nx

from graph.errors import OnRecordError, UsageError
from graph.explore.between import MOST_STEPS, Search, between
from graph.explore.drawing import draw
from graph.explore.refs import no_such_thing, refs_by_id
from graph.explore.views import Ref, Scene
from graph.stores.store import Store

#: How many ways are told at most.
MOST_WAYS = 5
# Ways that are longer than the shortest by more than this are not looked for.
_LONGER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Ways between two things, each a scene of its things in order.

    The first `apart` share no thing between the ends, nor a link. `more`: there are further ways.
    `stopped` says after what the search was ended before all were found ("3 seconds"), else "".
    """

    ways: tuple[Scene, ...]
    apart: int
    more: bool
    stopped: str = ""


def path(store: Store, a: str, b: str, *, documents: bool = False) -> Scene:
    """Return a shortest path between two things, empty where there is none in six steps.

    It never runs through a case or a protected person, and through documents only where asked:
    two names in one article are not joined by it. Raise NotFound; raise UsageError where an end
    is a case or a protected person, and OnRecordError where the search was ended before it was
    known whether there is one.
    """
    found = ways(store, a, b, documents=documents, most=1)
    if found.stopped and not found.ways:
        raise OnRecordError(
            f"no path was found before the search stopped, after {found.stopped}",
            subject=a, remedy="Look for a path between nearer things",
        )  # fmt: skip
    return found.ways[0] if found.ways else _drawn(store, [[]])[0]


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
        return Ways(ways=_drawn(store, [[a]]), apart=1, more=False)
    reach = documents or "document" in {ends[a].kind, ends[b].kind}
    further = _LONGER if most > 1 else 0
    found = between(store, Search(a=a, b=b, documents=documents, reach=reach, further=further))
    shortest = _shortest(found.graph, a, b)
    if not shortest:
        return Ways(ways=(), apart=0, more=False, stopped=found.stopped)
    longest = min(len(shortest) + further, MOST_STEPS + 1)
    near = _near(found.graph, a, b, longest)
    apart = [way for way in islice(_apart(near, a, b), most + 1) if len(way) <= longest]
    others = islice(_simple(near, a, b, longest), most + 1)
    every = [*apart, *(way for way in others if way not in apart)]
    return Ways(
        ways=_drawn(store, every[:most]),
        apart=min(len(apart), most),
        more=len(every) > most,
        stopped=found.stopped,
    )


def _drawn(store: Store, every: list[list[str]]) -> tuple[Scene, ...]:
    """Return each way as a scene; what several meet is asked for once."""
    met = draw(
        store, (id_ for way in every for id_ in way),
        hidden=0, limit=MOST_STEPS + 1, truncated=False,
        pairs=frozenset(frozenset(pair) for way in every for pair in pairwise(way)),
    )  # fmt: skip
    nodes = {node.id: node for node in met.nodes}
    return tuple(
        replace(
            met,
            nodes=tuple(nodes[id_] for id_ in way),
            edges=tuple(
                edge for edge in met.edges if {edge.source, edge.target} in map(set, pairwise(way))
            ),
        )
        for way in every
    )


def _refuse_protected(end: Ref) -> None:
    if end.kind == "case" or end.protected:
        raise UsageError(
            "no path is drawn to a case or a protected person",
            subject=end.name,
            remedy="Choose two other things; who assessed a case stands on its page",
        )


def _near(graph: "nx.Graph[str]", a: str, b: str, longest: int) -> "nx.Graph[str]":
    """Return what lies on ways of at most `longest` things: other ways are looked for in it."""
    of_a, of_b = (
        nx.single_source_shortest_path_length(graph, end, cutoff=longest - 1) for end in (a, b)
    )
    inside = {id_ for id_ in of_a.keys() & of_b.keys() if of_a[id_] + of_b[id_] < longest}
    near: nx.Graph[str] = nx.Graph()
    # As in the graph, so that of several ways of one length always the same comes first.
    near.add_edges_from((u, v) for u, v in graph.edges if u in inside and v in inside)
    return near


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
    for way in nx.shortest_simple_paths(graph, a, b):
        if len(way) > longest:
            return
        yield [str(id_) for id_ in way]


def _shortest(graph: "nx.Graph[str]", a: str, b: str) -> list[str]:
    try:
        return [str(id_) for id_ in nx.shortest_path(graph, a, b)]
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        return []
