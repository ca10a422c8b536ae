"""What is looked through between two things: all that matters, or the nearest of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explore.asking import _FOLDERS, Row
from graph.explore.between import MOST_STEPS, Between, Search, between
from graph.questions import questions_in
from graph.stores.store import Store

Lines = list[tuple[int, int]]
LINES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25)


@contextmanager
def asking(graph: "nx.Graph[str]", **bounds: object) -> Iterator[None]:
    """Let the engine hold this graph, and the search have these bounds."""

    def ask(_store: object, _name: str, *, ids: list[str], **_more: object) -> list[Row]:
        return [{"id": id_, "others": sorted(graph[id_])} for id_ in ids if id_ in graph]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.explore.between.ask", ask)
        for name, value in bounds.items():
            patch.setattr(f"graph.explore.between.{name}", value)
        yield


def graph_of(lines: Lines) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(["0", "9"])
    graph.add_edges_from((str(a), str(b)) for a, b in lines if a != b)
    return graph


def found(store: Store, further: int) -> Between:
    search = Search(a="0", b="9", documents=False, reach=False, further=further)
    return between(store, search)


def ways(graph: "nx.Graph[str]", longest: int) -> set[tuple[str, ...]]:
    if "9" not in graph:
        return set()
    return {tuple(way) for way in nx.all_simple_paths(graph, "0", "9", cutoff=longest)}


def shortest(graph: "nx.Graph[str]") -> int | None:
    try:
        return len(nx.shortest_path(graph, "0", "9")) - 1
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        return None


@given(LINES, st.sampled_from([0, 2]))
def test_every_way_that_is_not_too_long_is_found_from_both_ends(lines: Lines, further: int) -> None:
    graph = graph_of(lines)
    steps = shortest(graph)
    longest = min(MOST_STEPS, steps + further) if steps is not None else MOST_STEPS
    with asking(graph, _FEWEST=1, _MOST=2):
        told = found(None, further)  # type: ignore[arg-type]
    assert (ways(told.graph, longest), told.stopped) == (ways(graph, longest), "")


@given(LINES, st.integers(0, 6))
def test_the_shortest_way_of_a_search_that_was_stopped_is_the_shortest_of_all(
    lines: Lines, most: int
) -> None:
    graph = graph_of(lines)
    with asking(graph, _FEWEST=1, _MOST=1, MOST_THINGS=most):
        told = found(None, 2)  # type: ignore[arg-type]
    assert told.stopped in {"", f"{most} things"}
    steps = shortest(told.graph) if "9" in told.graph else None
    assert steps in ({shortest(graph)} if not told.stopped else {None, shortest(graph)})


def test_a_search_ends_after_its_time_and_after_so_many_links() -> None:
    graph = graph_of([(0, 1), (0, 2), (1, 3), (2, 3), (3, 9)])
    with asking(graph, SECONDS=-1.0):
        assert found(None, 2).stopped == "-1 seconds"  # type: ignore[arg-type]
    with asking(graph, MOST_LINKS=1):
        assert found(None, 2).stopped == "1 links"  # type: ignore[arg-type]


def test_no_two_of_the_pages_own_queries_share_a_name() -> None:
    names = [one.name for folder in _FOLDERS for one in questions_in(folder)]
    assert len(set(names)) == len(names)
