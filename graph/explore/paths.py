"""The shortest way between two things, which meets no case and no protected person."""

from itertools import pairwise

import networkx as nx

from graph.errors import OnRecordError, UsageError
from graph.explore.asking import Row, ask
from graph.explore.drawing import draw
from graph.explore.refs import kind_of, no_such_thing, refs_by_id
from graph.explore.views import Ref, Scene
from graph.stores.store import Store

MOST_STEPS = 6
_MOST_THINGS = 20_000


def path(store: Store, a: str, b: str, *, documents: bool = False) -> Scene:
    """Return a shortest path between two things, empty where there is none in six steps.

    It never runs through a case or a protected person, and through documents only where asked:
    two names in one article are not joined by it. Raise NotFound; raise UsageError where an end
    is a case or a protected person.
    """
    ends = refs_by_id(store, (a, b))
    for id_ in (a, b):
        if id_ not in ends:
            raise no_such_thing(id_)
        _refuse_protected(ends[id_])
    steps = _shortest(_explored(store, a, b, documents=documents), a, b)
    pairs = frozenset(frozenset(pair) for pair in pairwise(steps))
    return draw(store, steps, hidden=0, limit=MOST_STEPS + 1, truncated=False, pairs=pairs)


def _refuse_protected(end: Ref) -> None:
    if end.kind == "case" or end.protected:
        raise UsageError(
            "no path is drawn to a case or a protected person",
            subject=end.name,
            remedy="Choose two other things; who assessed a case stands on its page",
        )


def _explored(store: Store, a: str, b: str, *, documents: bool) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node(a)
    frontier = [a]
    for _ in range(MOST_STEPS):
        if b in graph or not frontier:
            break
        rows = ask(store, "links", ids=frontier, among=[])
        ways = [row for row in rows if row["other"] == b or _open(row, documents=documents)]
        met = sorted({str(row["other"]) for row in ways} - set(graph))
        graph.add_edges_from(sorted((str(row["id"]), str(row["other"])) for row in ways))
        frontier = met
        if len(graph) > _MOST_THINGS:
            raise OnRecordError(
                f"no path was found among the {_MOST_THINGS} nearest things, and the search ended",
                subject=a,
                remedy="Look for a path between nearer things",
            )
    return graph


def _open(row: Row, *, documents: bool) -> bool:
    kind = kind_of(row["labels"])
    return kind != "case" and not row["protected"] and (documents or kind != "document")


def _shortest(graph: "nx.Graph[str]", a: str, b: str) -> list[str]:
    try:
        return [str(id_) for id_ in nx.shortest_path(graph, a, b)]
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        return []
