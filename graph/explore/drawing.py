"""A scene of chosen things: what each is, how much leads from it, and the links among them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
    return Scene(
        nodes=tuple(_node(things[id_], degrees[id_]) for id_ in shown if id_ in things),
        edges=tuple(
            edge
            for edge in edges_among(store, shown)
            if (types is None or edge.type in types)
            and (pairs is None or frozenset((edge.source, edge.target)) in pairs)
        ),
        hidden=hidden,
        limit=limit,
        truncated=truncated,
    )


def edges_among(store: Store, ids: Sequence[str]) -> list[SceneEdge]:
    """Return every link that leads from one of these things to another, in order of its type."""
    rows = ask(store, "links_among", ids=ids, among=dict.fromkeys(ids, True)) if ids else []
    found = (
        _edge(str(row["type"]), link)
        for row in rows
        if isinstance(row["links"], list)
        for link in row["links"]
    )
    return sorted(found, key=_place)


def degrees_of(store: Store, ids: list[str]) -> dict[str, dict[str, int]]:
    """Return how many links of each type lead from each thing, shown or not."""
    degrees: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _ask(store, "degrees", ids):
        degrees[str(row["id"])][str(row["type"])] = number(row["links"])
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


def _edge(type_: str, link: Sequence[object]) -> SceneEdge:
    id_, source, target, spans, review, inferred, date = link
    return SceneEdge(
        id=str(id_),
        type=type_,
        family=EDGE_BY_NAME[type_].family,
        source=str(source),
        target=str(target),
        spans=max(number(spans), int(type_ in _OF_STATEMENTS)),
        review=str(review),
        inferred=bool(inferred),
        date=text(date),
    )
