"""A scene of chosen things: what each is, how much leads from it, and the links among them."""

from collections import defaultdict
from collections.abc import Iterable

from graph.explore.asking import Row, ask
from graph.explore.refs import number, ref, text, texts
from graph.explore.views import Scene, SceneEdge, SceneNode
from graph.schema import EDGE_BY_NAME
from graph.stores.store import Store

# A statement always has words of its own, also where its speaker is carried over.
_OF_STATEMENTS = frozenset({"MADE_BY", "REPORTED_BY", "WITHIN", "ABOUT"})


def draw(
    store: Store,
    ids: Iterable[str],
    *,
    hidden: int,
    limit: int,
    truncated: bool,
    types: tuple[str, ...] | None = None,
    pairs: frozenset[frozenset[str]] | None = None,
) -> Scene:
    """Return the scene of these things in their order, with the links among them.

    `types` keeps links of these types, `pairs` those between these pairs of things.
    """
    shown = list(dict.fromkeys(ids))
    things = {str(row["id"]): row for row in _ask(store, "scene_things", shown)}
    degrees = degrees_of(store, shown)
    edges = sorted((_edge(row) for row in _ask(store, "links_among", shown)), key=_place)
    return Scene(
        nodes=tuple(_node(things[id_], degrees[id_]) for id_ in shown if id_ in things),
        edges=tuple(
            edge
            for edge in edges
            if (types is None or edge.type in types)
            and (pairs is None or frozenset((edge.source, edge.target)) in pairs)
        ),
        hidden=hidden,
        limit=limit,
        truncated=truncated,
    )


def degrees_of(store: Store, ids: list[str]) -> dict[str, dict[str, int]]:
    """Return how many links of each type lead from each thing, shown or not."""
    degrees: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _ask(store, "degrees", ids):
        of_one, type_ = degrees[str(row["id"])], str(row["type"])
        of_one[type_] = of_one.get(type_, 0) + number(row["links"])
    return degrees


def _ask(store: Store, name: str, ids: list[str]) -> list[Row]:
    return ask(store, name, ids=ids) if ids else []


def _node(row: Row, degree: dict[str, int]) -> SceneNode:
    thing = ref(row)
    return SceneNode(
        id=thing.id,
        kind=thing.kind,
        label=thing.name,
        degree=degree,
        types=texts(row["types"]),
        date=text(row["date"]),
        review=text(row["review"]),
        anonymous=thing.anonymous,
        protected=thing.protected,
        outer=text(row["outer"]),
        outer_speakers=texts(row["outer_speakers"]),
    )


def _place(edge: SceneEdge) -> tuple[str, str, str]:
    return edge.type, min(edge.source, edge.target), edge.id


def _edge(row: Row) -> SceneEdge:
    type_ = str(row["type"])
    return SceneEdge(
        id=str(row["edge"]),
        type=type_,
        family=EDGE_BY_NAME[type_].family,
        source=str(row["source"]),
        target=str(row["target"]),
        spans=max(number(row["spans"]), int(type_ in _OF_STATEMENTS)),
        review=str(row["review"]),
        inferred=bool(row["inferred"]),
        date=text(row["date"]),
    )
