"""A scene as its page and its JSON twin tell it: names whole, links as who – verb – whom.

The list that the server draws and the canvas in the browser read the same facts, so that both say
the same words.
"""

from collections import Counter
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeVar

from graph.explore.views import Ref, Scene, SceneEdge, SceneNode
from graph.schema import EDGE_BY_NAME, NODES
from web import sentences
from web.look import Look
from web.site import thing_url

#: Stored from the words to their holder, but read the other way round: the holder comes first.
_HOLDER_LAST = frozenset({"MADE_BY", "REPORTED_BY", "ISSUED_BY"})
End = TypeVar("End")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing in a scene. `name` is whole; `short` is what the canvas has room for."""

    id: str
    kind: str
    label: str
    degree: dict[str, int]
    types: tuple[str, ...]
    date: str | None
    review: str | None
    protected: bool
    name: str
    short: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A link in a scene. `sentence` is `subject` verb `object`; `rests` says on how many words."""

    id: str
    type: str
    family: str
    source: str
    target: str
    spans: int
    review: str
    inferred: bool
    date: str | None
    standing: str
    subject: str
    verb: str
    object: str
    sentence: str
    rests: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneFacts:
    """A scene with its heading, and what was left out of it.

    `hidden` counts neighbours of the seeds, `further` links that lead out of the whole scene.
    """

    title: str
    seeds: tuple[str, ...]
    nodes: tuple[Thing, ...]
    edges: tuple[Connection, ...]
    hidden: int
    limit: int
    truncated: bool
    further: int


def facts(scene: Scene, seeds: tuple[str, ...], look: Look) -> SceneFacts:
    """Return what the page and the twin tell of a scene that began with `seeds`."""
    things = tuple(_thing(node) for node in scene.nodes)
    by_id = {thing.id: thing for thing in things}
    return SceneFacts(
        title=_title([by_id[id_] for id_ in seeds if id_ in by_id]),
        seeds=seeds,
        nodes=things,
        edges=tuple(_connection(edge, by_id, look) for edge in _in_order(scene.edges, look)),
        hidden=scene.hidden,
        limit=scene.limit,
        truncated=scene.truncated,
        further=_further(scene),
    )


def _title(begun: list[Thing]) -> str:
    names = [sentences.opening(one.label) if one.kind == "statement" else one.name for one in begun]
    more = [f"{len(names) - 2} more"] if len(names) > 3 else names[2:]
    return sentences.joined([*names[:2], *more])


def _in_order(edges: tuple[SceneEdge, ...], look: Look) -> list[SceneEdge]:
    """Return links as a list shows them: speech first, mentions last; then by date, then by id."""
    families = [*look.families]
    return sorted(edges, key=lambda edge: (families.index(edge.family), edge.date or "", edge.id))


def _further(scene: Scene) -> int:
    """Return how many links lead from the scene to what is not in it."""
    inside = Counter(end for edge in scene.edges for end in {edge.source, edge.target})
    return sum(max(0, sum(node.degree.values()) - inside[node.id]) for node in scene.nodes)


def merged(first: Scene, more: Scene, seeds: tuple[str, ...]) -> Scene:
    """Return both scenes as one; neighbours of the seeds that came in are no longer left out."""
    known = {node.id for node in first.nodes}
    fresh = tuple(node for node in more.nodes if node.id not in known)
    ends = [
        {edge.source, edge.target} for edge in more.edges if {edge.source, edge.target} & {*seeds}
    ]
    came = sum(any(node.id in pair for pair in ends) for node in fresh)
    edges = {edge.id: edge for edge in (*first.edges, *more.edges)}
    return Scene(
        nodes=(*first.nodes, *fresh),
        edges=tuple(edges.values()),
        hidden=max(0, first.hidden - came),
        limit=first.limit,
        truncated=first.truncated,
    )


def sides(type_: str, source: End, target: End) -> tuple[End, End]:
    """Return the ends of a link in the order in which it is read: the holder before the words."""
    return (target, source) if type_ in _HOLDER_LAST else (source, target)


def verb(type_: str, said: str, look: Look) -> str:
    """Return the verb of a link; `said` is that of the statement at its beginning, if any."""
    if type_ == "MADE_BY" and said:
        return said
    words: str = look.edges[type_]["inverse" if type_ in _HOLDER_LAST else "label"]
    return words


def way_words(type_: str, kind: str, look: Look) -> str:
    """Return how a thing is linked to neighbours of a kind: one way, or both where both occur."""
    label = next(node.label for node in NODES if node.kind == kind)
    pairs = EDGE_BY_NAME[type_].pairs
    words = look.edges[type_]
    ways = [
        words["label"] if any(target == label for _, target in pairs) else "",
        words["inverse"] if any(source == label for source, _ in pairs) else "",
    ]
    # A statement and its document are joined through passages, which no pair here names.
    return " / ".join(dict.fromkeys(filter(None, ways))) or str(words["label"])


def standing(review: str | None, *, inferred: bool) -> str:
    """Return which line a link is drawn with: what no one has vouched for is dashed first."""
    if review != "accepted":
        return "proposed"
    return "inferred" if inferred else "accepted"


def _thing(node: SceneNode) -> Thing:
    statement = node.kind == "statement"
    told = sentences.joined(node.outer_speakers) or "someone the words do not name"
    manner = f"as told by {told}" if node.outer else ""
    name = sentences.whole(node.label) if statement else node.label
    short = sentences.opening(node.label, 34) if statement else node.label
    return Thing(
        id=node.id, kind=node.kind, label=node.label, degree=node.degree, types=node.types,
        date=node.date, review=node.review, protected=node.protected,
        name=f"{name}, {manner}" if manner else name,
        short="\n".join([*_lines(short), *_lines(manner)]),
        page=thing_url(Ref(id=node.id, kind=node.kind, name=node.label)),
    )  # fmt: skip


def _lines(words: str) -> list[str]:
    """Return words in short lines for the canvas, an ellipsis never alone on one."""
    lines = wrap(words.replace(" …", "\xa0…"), 20, break_long_words=False)
    return lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]}\xa0…"]


def _connection(edge: SceneEdge, by_id: dict[str, Thing], look: Look) -> Connection:
    subject, object_ = sides(edge.type, by_id[edge.source], by_id[edge.target])
    said = verb(edge.type, _said(by_id[edge.source], look), look)
    return Connection(
        id=edge.id, type=edge.type, family=edge.family, source=edge.source, target=edge.target,
        spans=edge.spans, review=edge.review, inferred=edge.inferred,
        date=edge.date or _said_on(by_id[edge.source]),
        standing=standing(edge.review, inferred=edge.inferred),
        subject=subject.id, verb=said, object=object_.id,
        sentence=f"{subject.name} {said} {object_.name}",
        rests=_rests(edge.spans),
    )  # fmt: skip


def _said(thing: Thing, look: Look) -> str:
    if thing.review == "accepted" and thing.types:
        words: str = look.statements[thing.types[0]]["verb"]
        return words
    return ""


def _said_on(thing: Thing) -> str | None:
    return thing.date if thing.kind == "statement" else None


def _rests(spans: int) -> str:
    if spans == 0:
        return "the source's details"
    return "1 passage" if spans == 1 else f"{spans} passages"
