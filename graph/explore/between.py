"""What lies on short ways between two things, looked for from both ends, within bounds that speak.

From one end alone six steps meet most of an archive. From both, three and three do; and each step
is taken where fewer things wait, so that a body with thousands of links is walked from last.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx

from graph.explore.asking import ask
from graph.explore.refs import texts
from graph.stores.store import Store

MOST_STEPS = 6
#: After so many seconds, or so many things walked from, or links met, nothing more is looked for.
SECONDS = 3.0
MOST_THINGS = 20_000
MOST_LINKS = 100_000
# How long one question to the engine should take: the bound in time is looked at between them.
_ANSWER = 0.3
_FEWEST, _MOST = 20, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Between which two things, and how: `further` is by how much a way may exceed the shortest.

    `documents`: ways run through documents too. `reach`: one end is a document, or they do.
    """

    a: str
    b: str
    documents: bool
    reach: bool
    further: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """The steps that were found; `stopped` says after what the search was ended early, else ""."""

    graph: "nx.Graph[str]"
    stopped: str


@dataclass(slots=True, kw_only=True)
class _Side:
    """What was met from one end: `rim` are the things from which no step was taken yet."""

    target: str
    known: set[str]
    rim: list[str]
    steps: int = 0


@dataclass(slots=True)
class _Work:
    """The work done so far."""

    until: float
    things: int = 0
    pairs: set[tuple[str, str]] = field(default_factory=set)
    size: int = _FEWEST

    def over(self) -> str:
        """Return what ends the search, empty while nothing does."""
        if time.monotonic() > self.until:
            return f"{SECONDS:g} seconds"
        if self.things > MOST_THINGS:
            return f"{MOST_THINGS:,} things"
        return f"{MOST_LINKS:,} links" if len(self.pairs) > MOST_LINKS else ""


def between(store: Store, search: Search) -> Between:
    """Return every step on ways of up to six steps, `further` longer than the shortest at most.

    Of a search that was stopped, the steps found until then: a shortest way in them is a shortest
    way of all, for steps are taken in order of their distance.
    """
    sides = (
        _Side(target=search.b, known={search.a}, rim=[search.a]),
        _Side(target=search.a, known={search.b}, rim=[search.b]),
    )
    work, most, stopped = _Work(time.monotonic() + SECONDS), MOST_STEPS, ""
    while not stopped and sides[0].steps + sides[1].steps < most:
        side = min(sides, key=lambda one: len(one.rim))
        if not side.rim:
            break
        stopped = _step(store, search, side, work)
        if sides[0].known & sides[1].known:
            most = min(most, sides[0].steps + sides[1].steps + search.further)
    return Between(graph=_graph(work.pairs, search.a), stopped=stopped)


def _step(store: Store, search: Search, side: _Side, work: _Work) -> str:
    """Take a step from everything at the rim; return what ended it before, else ""."""
    met: set[str] = set()
    for ids in _batches(side.rim, work):
        if stopped := work.over():
            return stopped
        began = time.monotonic()
        rows = ask(
            store, "steps", ids=ids, reach=search.reach, documents=search.documents,
            target=side.target,
        )  # fmt: skip
        ends = {str(row["id"]): texts(row["others"]) for row in rows}
        work.pairs.update((id_, other) for id_, others in ends.items() for other in others)
        work.things += len(ids)
        met.update(other for others in ends.values() for other in others)
        paced = int(len(ids) * _ANSWER / max(time.monotonic() - began, 0.001))
        work.size = min(max(paced, _FEWEST), _MOST)
    side.rim = sorted(met - side.known)
    side.known |= met
    side.steps += 1
    return ""


def _batches(ids: list[str], work: _Work) -> Iterator[list[str]]:
    """Yield ids in pieces as large as the last answers were fast."""
    at = 0
    while at < len(ids):
        size = work.size
        yield ids[at : at + size]
        at += size


def _graph(pairs: set[tuple[str, str]], a: str) -> "nx.Graph[str]":
    # In the order of ids, so that of several shortest ways always the same is found.
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node(a)
    graph.add_edges_from(sorted((min(pair), max(pair)) for pair in pairs))
    return graph
