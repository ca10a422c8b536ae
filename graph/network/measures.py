"""What can be measured on the joined graph; what each figure means stands in `meaning`.

The same graph always gives the same figures: things and links come in the order of their ids,
chance has a fixed seed, and what limits the work is a number of steps, never a clock.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from graph.explore.views import Ref
from graph.network.joined import Joined

SEED = 20
#: About how many links may be walked to count shortest ways; more things are sampled.
STEPS = 3_000_000
_FEWEST_STARTS = 20
#: Above so many things no groups are looked for.
MOST_TO_GROUP = 5_000
_SMALLEST_GROUP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one thing stands: `joined` with how many others, by how many links and statements.

    `between`: on how many of every 100 shortest ways between two others it stands.
    """

    thing: Ref
    joined: int
    links: int
    between: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """A thing without which what it joins would fall into `parts`."""

    thing: Ref
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """The only join between two sides; `sides` counts the things on that of `a` and of `b`.

    `links` are ids of links, `statements` of statements. `accepted`: a person accepted one.
    """

    a: Ref
    b: Ref
    sides: tuple[int, int]
    links: tuple[str, ...]
    statements: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things with more joins among them than chance would give, the most joined first.

    `inside` of `inside + outside` joins of them lead to one another.
    """

    members: tuple[Ref, ...]
    inside: int
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The measures of one graph, each list whole and in a fixed order.

    `things` are joined to something, `alone` are not. `joins` counts pairs, `proposed` those that
    no person accepted, `by_statements` those that statements alone make. `parts` are the sizes of
    what hangs together. `starts` of the things were ways counted from. `ends`: hinges that hold a
    single thing. `groups` is null where there are too many things to group.
    """

    things: int
    alone: int
    joins: int
    proposed: int
    by_statements: int
    parts: tuple[int, ...]
    starts: int
    places: tuple[Place, ...]
    hinges: tuple[Hinge, ...]
    bridges: tuple[Bridge, ...]
    loose_ends: int
    groups: tuple[Group, ...] | None
    accepted_only: bool
    truncated: bool


def network(of: Joined) -> Network:
    """Return every measure of a graph."""
    graph = of.graph
    edges = [known for *_, known in graph.edges(data=True)]
    every = list(_bridges(of))
    starts = _starts(graph)
    return Network(
        things=len(graph),
        alone=of.alone,
        joins=len(edges),
        proposed=sum(not known["accepted"] for known in edges),
        by_statements=sum(not known["links"] for known in edges),
        parts=tuple(sorted(map(len, nx.connected_components(graph)), reverse=True)),
        starts=starts,
        places=_places(of, starts),
        hinges=_hinges(of),
        bridges=tuple(one for one in every if min(one.sides) > 1),
        loose_ends=sum(min(one.sides) == 1 for one in every),
        groups=_groups(of) if len(graph) <= MOST_TO_GROUP else None,
        accepted_only=of.accepted_only,
        truncated=of.truncated,
    )


def _starts(graph: "nx.Graph[str]") -> int:
    things, size = len(graph), len(graph) + graph.number_of_edges()
    return min(things, max(_FEWEST_STARTS, STEPS // max(1, size)))


def _places(of: Joined, starts: int) -> tuple[Place, ...]:
    graph = of.graph
    sample = None if starts == len(graph) else starts
    between = nx.betweenness_centrality(graph, k=sample, normalized=True, seed=SEED)
    places = [
        Place(
            thing=of.things[id_],
            joined=graph.degree(id_),
            links=sum(
                len(known["links"]) + len(known["statements"])
                for *_, known in graph.edges(id_, data=True)
            ),
            between=round(100 * between[id_], 1),
        )
        for id_ in graph
    ]
    return tuple(sorted(places, key=lambda one: (-one.between, -one.joined, *_by_name(one.thing))))


def _hinges(of: Joined) -> tuple[Hinge, ...]:
    # A thing in several blocks is what joins them: without it each is a part of its own.
    blocks = Counter(str(id_) for block in nx.biconnected_components(of.graph) for id_ in block)
    found = [Hinge(thing=of.things[id_], parts=n) for id_, n in blocks.items() if n > 1]
    return tuple(sorted(found, key=lambda one: (-one.parts, *_by_name(one.thing))))


def _bridges(of: Joined) -> Iterator[Bridge]:
    graph = of.graph
    bridges = sorted((min(pair), max(pair)) for pair in nx.bridges(graph))
    sides = _sides(graph, bridges)
    found = []
    for a, b in bridges:
        known = graph.edges[a, b]
        found.append(
            Bridge(a=of.things[a], b=of.things[b], sides=sides[a, b], links=known["links"],
                   statements=known["statements"], accepted=known["accepted"])
        )  # fmt: skip
    yield from sorted(found, key=lambda one: (-min(one.sides), *_by_name(one.a), *_by_name(one.b)))


def _sides(
    graph: "nx.Graph[str]", bridges: list[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how many things stand on the side of each end of each bridge.

    Without its bridges a graph falls into pieces, which the bridges join as trees: one walk over
    each tree counts all sides.
    """
    rest = graph.copy()
    rest.remove_edges_from(bridges)
    piece, sizes = {}, {}
    for number, members in enumerate(nx.connected_components(rest)):
        sizes[number] = len(members)
        piece.update(dict.fromkeys(members, number))
    tree: nx.Graph[int] = nx.Graph()
    tree.add_nodes_from(sizes)
    tree.add_edges_from((piece[a], piece[b]) for a, b in bridges)
    below, parent, whole = dict(sizes), {}, {}
    for component in nx.connected_components(tree):
        root = min(component)
        total = sum(sizes[one] for one in component)
        whole.update(dict.fromkeys(component, total))
        for up, down in reversed(list(nx.bfs_edges(tree, root))):
            parent[down] = up
            below[up] += below[down]
    counted = {}
    for a, b in bridges:
        low = piece[b] if parent.get(piece[b]) == piece[a] else piece[a]
        there, here = below[low], whole[low] - below[low]
        counted[a, b] = (here, there) if low == piece[b] else (there, here)
    return counted


def _groups(of: Joined) -> tuple[Group, ...]:
    # Numbers instead of ids: sets of texts come in another order in each run of Python.
    ids = sorted(of.graph)
    number = {id_: place for place, id_ in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(sorted((number[a], number[b]) for a, b in of.graph.edges))
    found = nx.community.louvain_communities(graph, seed=SEED) if ids else []
    groups = [
        _group(of, [ids[one] for one in members])
        for members in found
        if len(members) >= _SMALLEST_GROUP
    ]
    return tuple(sorted(groups, key=lambda one: (-len(one.members), one.members[0].id)))


def _group(of: Joined, ids: Iterable[str]) -> Group:
    members = set(ids)
    joins = [(a, b) for a, b in of.graph.edges(members)]
    inside = sum(a in members and b in members for a, b in joins)
    order = sorted(members, key=lambda id_: (-of.graph.degree(id_), *_by_name(of.things[id_])))
    return Group(
        members=tuple(of.things[id_] for id_ in order), inside=inside, outside=len(joins) - inside
    )


def _by_name(thing: Ref) -> tuple[str, str]:
    return thing.name.casefold(), thing.id
