"""A capped part of the graph as a networkx MultiDiGraph: of things, an answer, a path, or all."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import networkx as nx

from graph.batches import batched
from graph.errors import UsageError
from graph.explore.asking import ask, ask_some
from graph.explore.drawing import degrees_of
from graph.explore.paths import path
from graph.explore.refs import kind_of, no_such_thing, refs_by_id
from graph.ids import ID, PASSAGE
from graph.network.reading import (
    BATCH,
    LINKS_A_THING,
    Link,
    Thing,
    every_link,
    every_thing,
    links_among,
    things_by_id,
)
from graph.stores.store import Store, Table

MOST = 100_000
RADIUS = 3
_MOST_LINKS = 20_000
REJECTED = "rejected by a person"
BEYOND = "beyond the limit"
AMBIGUOUS = "names in the answer that several things bear"
CASE_AND_PERSON = "between a person and a case, where no assessment joins them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """How many things and links were left out for one reason."""

    why: str
    things: int
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgraph:
    """Things keyed by id (attribute `thing`), links keyed by their own id (attribute `link`).

    `begun` says in words what it holds. `degrees` counts for each thing all its links by type,
    shown or not. `truncated`: the limit cut it; `left` counts what is known to be missing.
    """

    graph: "nx.MultiDiGraph[str]"
    begun: str
    limit: int
    truncated: bool = False
    left: tuple[Left, ...] = ()
    degrees: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def things(self) -> list[Thing]:
        """Return the things in their order."""
        return [known["thing"] for _, known in self.graph.nodes(data=True)]

    def links(self) -> list[Link]:
        """Return the links in the order of their ids."""
        found: list[Link] = [known["link"] for *_, known in self.graph.edges(data=True)]
        return sorted(found, key=lambda link: link.id)

    def further(self, id_: str) -> int:
        """Return how many links of one thing lead to what is not here."""
        ends = self.graph.in_degree(id_) + self.graph.out_degree(id_)
        return max(0, sum(self.degrees.get(id_, {}).values()) - ends)


def whole(store: Store, *, limit: int = MOST) -> Subgraph:
    """Return the whole graph, or its first `limit` things in the order of their ids."""
    _check(limit)
    things, cut = every_thing(store, limit)
    if cut:
        links = links_among(store, [thing.id for thing in things])
    else:
        links, cut = every_link(store, LINKS_A_THING * limit)
    return _made(
        store, things, links, begun="the whole graph", limit=limit, truncated=cut, every=not cut
    )


def of_things(
    store: Store, ids: Iterable[str], *, begun: str, limit: int = MOST, truncated: bool = False
) -> Subgraph:
    """Return these things with every link among them; an id that the graph does not hold is left.

    What the limit cuts is taken from the end.
    """
    _check(limit)
    wanted = list(dict.fromkeys(ids))
    things = things_by_id(store, wanted[:limit])
    links = links_among(store, [thing.id for thing in things])
    beyond = len(wanted) - limit
    left = [Left(why=BEYOND, things=beyond, links=0)] if beyond > 0 else []
    return _made(
        store, things, links, begun=begun, limit=limit, truncated=truncated or beyond > 0, left=left
    )


def only(part: Subgraph, links: Collection[str]) -> Subgraph:
    """Return the part with no other links than these."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(part.graph.nodes(data=True))
    for link in part.links():
        if link.id in links:
            graph.add_edge(link.source, link.target, key=link.id, link=link)
    return replace(part, graph=graph)


def around(store: Store, seeds: Sequence[str], *, radius: int = 1, limit: int = MOST) -> Subgraph:
    """Return the seeds with everything up to `radius` links away; raise NotFound.

    Nothing is reached through a case or a protected person. The nearest come first, by id.
    """
    if not 0 <= radius <= RADIUS:
        raise UsageError(
            f"a part of the graph reaches from 0 to {RADIUS} links far",
            subject=f"radius {radius}", remedy=f"Give a radius from 0 to {RADIUS}",
        )  # fmt: skip
    known = refs_by_id(store, seeds)
    for id_ in seeds:
        if id_ not in known:
            raise no_such_thing(id_)
    reached, cut = _reached(store, list(dict.fromkeys(seeds)), radius, limit)
    names = ", ".join(known[id_].name for id_ in dict.fromkeys(seeds))
    steps = "1 step" if radius == 1 else f"{radius} steps"
    begun = f"{names}, with what is linked to it in up to {steps}"
    return of_things(store, reached, begun=begun, limit=limit, truncated=cut)


def of_answer(store: Store, table: Table, *, title: str, limit: int = MOST) -> Subgraph:
    """Return the things that an answer names, and the links among them.

    A thing is named by its id, by its name where it alone bears it, or by a passage of a document;
    also inside a list. Names that several things bear are counted and left.
    """
    written = list(dict.fromkeys(word for row in table.rows for one in row for word in _words(one)))
    held = refs_by_id(store, (word for word in written if ID.fullmatch(word)))
    bearing: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "named_exactly", names=[word for word in written if word not in held]):
        bearing[str(row["name"])].append(str(row["id"]))
    found = ([word] if word in held else bearing.get(word, []) for word in written)
    several = sum(len(ids) > 1 for ids in bearing.values())
    part = of_things(
        store, (ids[0] for ids in found if len(ids) == 1),
        begun=f"the things that the question “{title}” names",
        limit=limit, truncated=table.truncated,
    )  # fmt: skip
    left = Left(why=AMBIGUOUS, things=several, links=0)
    return replace(part, left=(*part.left, left)) if several else part


def of_path(store: Store, a: str, b: str, *, documents: bool = False) -> Subgraph:
    """Return the things of a shortest path; raise as the path does."""
    found = path(store, a, b, documents=documents)
    ends = refs_by_id(store, (a, b))
    begun = f"a shortest path between {ends[a].name} and {ends[b].name}"
    return of_things(store, [node.id for node in found.nodes], begun=begun)


def _words(value: object) -> Iterable[str]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)
    elif isinstance(value, str):
        place = PASSAGE.fullmatch(value)
        yield place["document"] if place else value


def _reached(store: Store, seeds: list[str], radius: int, limit: int) -> tuple[list[str], bool]:
    reached, frontier, cut = dict.fromkeys(seeds), seeds, False
    kinds = {id_: (ref.kind, ref.protected) for id_, ref in refs_by_id(store, seeds).items()}
    for step in range(radius):
        met: dict[str, tuple[str, bool]] = {}
        for ids in batched(frontier, BATCH):
            rows, more = ask_some(store, "links", ids=ids, among=[], limit=_MOST_LINKS)
            cut = cut or more
            for row in rows:
                met[str(row["other"])] = (kind_of(row["labels"]), bool(row["protected"]))
        fresh = sorted(id_ for id_ in met if id_ not in reached)
        kinds.update(met)
        reached.update(dict.fromkeys(fresh))
        frontier = [id_ for id_ in fresh if kinds[id_][0] != "case" and not kinds[id_][1]]
        if len(reached) > limit or step == radius - 1:
            break
    return list(reached), cut


def _made(
    store: Store,
    things: list[Thing],
    links: list[Link],
    *,
    begun: str,
    limit: int,
    truncated: bool,
    left: Sequence[Left] = (),
    every: bool = False,
) -> Subgraph:
    """Return the part; `every`: these are all things and all links, which count the degrees."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    rejected = {thing.id for thing in things if thing.rejected}
    graph.add_nodes_from((one.id, {"thing": one}) for one in things if not one.rejected)
    dropped: Counter[str] = Counter()
    for link in links:
        if link.rejected or {link.source, link.target} & rejected:
            dropped[REJECTED] += 1
        elif link.source in graph and link.target in graph:
            if _between_person_and_case(graph, link):
                dropped[CASE_AND_PERSON] += 1
            else:
                graph.add_edge(link.source, link.target, key=link.id, link=link)
    lost = [
        *left,
        Left(why=REJECTED, things=len(rejected), links=dropped[REJECTED]),
        Left(why=CASE_AND_PERSON, things=0, links=dropped[CASE_AND_PERSON]),
    ]
    return Subgraph(
        graph=graph, begun=begun, limit=limit, truncated=truncated,
        left=tuple(one for one in lost if one.things or one.links),
        degrees=counted(things, links) if every else _degrees(store, list(graph)),
    )  # fmt: skip


def _between_person_and_case(graph: "nx.MultiDiGraph[str]", link: Link) -> bool:
    ends = {graph.nodes[id_]["thing"].kind for id_ in (link.source, link.target)}
    return ends == {"person", "case"} and link.type != "ASSESSED"


def counted(things: Sequence[Thing], links: Sequence[Link]) -> dict[str, dict[str, int]]:
    """Return how many links of each type each thing has, out of all things and all links."""
    kinds = {thing.id: thing.kind for thing in things if not thing.rejected}
    degrees: dict[str, Counter[str]] = {id_: Counter() for id_ in kinds}
    for link in links:
        ends = {link.source, link.target}
        apart = {kinds.get(end) for end in ends} == {"person", "case"} and link.type != "ASSESSED"
        if not link.rejected and not apart and ends <= kinds.keys():
            for end in ends:
                degrees[end][link.type] += 1
    return {id_: dict(sorted(found.items())) for id_, found in degrees.items()}


def _degrees(store: Store, ids: list[str]) -> dict[str, dict[str, int]]:
    counted: dict[str, dict[str, int]] = {}
    for some in batched(ids, BATCH):
        counted.update(degrees_of(store, some))
    return {id_: dict(sorted(counted.get(id_, {}).items())) for id_ in ids}


def _check(limit: int) -> None:
    if limit < 1:
        raise UsageError(
            "a part of the graph has at least one thing",
            subject=f"limit {limit}", remedy="Give a limit from 1",
        )  # fmt: skip
