"""The scene: one or several things with their neighbours, and the words behind every link.

`/scene?seed=…&add=TYPE,kind,limit,of` holds the whole scene in its address; without a seed it is
a search. The canvas is drawn in the browser from the same facts as the list.
"""

from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from flask import Flask, Response, render_template, request

from graph.errors import UsageError
from graph.explore import scene as scenes
from graph.explore.search import search
from graph.explore.statements import statement_page
from graph.explore.views import (
    LinkView,
    NeighbourCount,
    PassageView,
    Ref,
    Scene,
    Standing,
    StatementView,
)
from graph.schema import EDGE_BY_NAME, NODES
from web import sentences
from web.scene_facts import Connection, SceneFacts, facts, merged, sides, standing, verb, way_words
from web.site import scene_url, site
from web.twins import as_json
from web.vendor import PLACES, missing, wanted

PAGE = 25
_KINDS = frozenset(node.kind for node in NODES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Neighbours that were added by hand: of one thing, of one kind, over one type of link."""

    type: str
    kind: str
    limit: int
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Neighbours of one kind over one type of link; `words` say what they are to the thing."""

    type: str
    kind: str
    count: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What can be added to a scene around one thing."""

    of: str
    counts: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One link of a path, with the first words it rests on."""

    link: str
    sentence: str
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFacts:
    """A shortest path: its things and links in order, and the scene that begins with its things."""

    nodes: tuple[str, ...]
    steps: tuple[PathStep, ...]
    scene: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A link as the panel tells it. `vouched`: its own standing, else that of its statement."""

    link: LinkView
    subject: Ref
    verb: str
    object: Ref
    statement: StatementView | None
    vouched: Standing | None
    standing: str

    @property
    def date(self) -> str | None:
        """When the link began, or when its statement was made."""
        return self.link.date or (self.statement.date if self.statement else None)

    @property
    def passages(self) -> tuple[PassageView, ...]:
        """The words it rests on, each once."""
        return tuple(dict.fromkeys(self.link.passages))


def add(app: Flask) -> None:
    """Add the scene, its JSON twins and the fragments of evidence to the explorer."""
    app.add_url_rule("/scene", "scene", page)
    app.add_url_rule("/scene.json", "scene_json", lambda: as_json(_asked(_seeds())))
    app.add_url_rule("/scene/neighbours.json", "scene_neighbours", neighbours)
    app.add_url_rule("/scene/around.json", "scene_around", around)
    app.add_url_rule("/scene/path.json", "scene_path", path)
    app.add_url_rule("/scene/evidence/<id_>", "scene_evidence", evidence)
    app.add_url_rule("/scene/evidence/<id_>.json", "scene_evidence_json", evidence_json)


def page() -> Response:
    """Show the scene that the address names, or a search for its first thing."""
    seeds = _seeds(required=False)
    if not seeds:
        return _start()
    found = _asked(seeds)
    picked = request.args.getlist("pick")[:2]
    text = render_template(
        "scene.html", page=found, picked=picked, told=_picked_link(found, picked),
        libraries=not missing(wanted("pages"), PLACES["pages"]),
        address=_address("pick"), wider=_address("pick", "limit", limit=scenes.HARD),
        most=scenes.HARD,
    )  # fmt: skip
    return Response(text)


def neighbours() -> Response:
    """Give neighbours of one thing as a scene of their own."""
    step = _step(
        request.args.get("type", ""), request.args.get("kind", ""),
        request.args.get("limit", str(PAGE)), request.args.get("of", ""),
    )  # fmt: skip
    return as_json(facts(_take(step), (step.of,), site().look))


def around() -> Response:
    """Give how many neighbours one thing has, by type of link and kind."""
    of = request.args.get("of", "")
    counts = scenes.neighbour_counts(site().store, of)
    return as_json(Around(of=of, counts=tuple(_way(count) for count in counts)))


def path() -> Response:
    """Give a shortest path between two things, told link by link."""
    ends = request.args.get("from", ""), request.args.get("to", "")
    found = facts(scenes.path(site().store, *ends), ends, site().look)
    ids = tuple(node.id for node in found.nodes)
    ways = [_between(found, pair) for pair in pairwise(ids)]
    steps = tuple(_path_step(edge) for way in ways for edge in way)
    return as_json(PathFacts(nodes=ids, steps=steps, scene=scene_url(*ids) if ids else ""))


def evidence(id_: str) -> Response:
    """Show one link with the words it rests on, as a fragment for the panel."""
    return Response(render_template("scene_evidence.html", told=_told(id_)))


def evidence_json(id_: str) -> Response:
    """Give one link with the words it rests on."""
    return as_json(_link(id_))


def _start() -> Response:
    words = request.args.get("q", "").strip()
    found = search(site().store, site().archive, words, limit=PAGE) if words else None
    return Response(render_template("scene_start.html", words=words, found=found))


def _seeds(*, required: bool = True) -> tuple[str, ...]:
    seeds = tuple(dict.fromkeys(filter(None, request.args.getlist("seed"))))
    if required and not seeds:
        raise UsageError(
            "a scene needs something to begin with", subject="/scene.json",
            remedy="Name it: /scene.json?seed=<id>",
        )  # fmt: skip
    return seeds


def _address(*without: str, **more: object) -> str:
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in without]
    return urlencode([*kept, *more.items()], safe=",:")


def _asked(seeds: tuple[str, ...]) -> SceneFacts:
    limit = _number(request.args.get("limit", str(scenes.SOFT)), scenes.HARD)
    found: Scene = scenes.scene(site().store, seeds, limit=limit)
    for written in request.args.getlist("add"):
        found = merged(found, _take(_written(written)), seeds)
    return facts(found, seeds, site().look)


def _take(step: Step) -> Scene:
    return scenes.neighbours(
        site().store, step.of, types=(step.type,), kinds=(step.kind,), limit=step.limit
    )


def _written(step: str) -> Step:
    parts = step.split(",", 3)
    return _step(*parts, *[""] * (4 - len(parts)))


def _step(type_: str, kind: str, limit: str, of: str) -> Step:
    if type_ not in EDGE_BY_NAME or kind not in _KINDS or not of:
        raise UsageError(
            "neighbours are added by type of link, kind, number and thing", subject=request.path,
            remedy="Use the buttons of the scene, or add=MADE_BY,statement,25,<id>",
        )  # fmt: skip
    return Step(type=type_, kind=kind, limit=_number(limit, scenes.HARD), of=of)


def _number(written: str, most: int) -> int:
    if not written.isascii() or not written.isdigit() or not 1 <= int(written) <= most:
        raise UsageError(
            "this is not a number of things that a scene can hold", subject=written,
            remedy=f"Use a whole number from 1 to {most}",
        )  # fmt: skip
    return int(written)


def _way(count: NeighbourCount) -> Way:
    words = way_words(count.type, count.kind, site().look)
    return Way(type=count.type, kind=count.kind, count=count.count, words=words)


def _between(found: SceneFacts, pair: tuple[str, str]) -> list[Connection]:
    return [edge for edge in found.edges if {edge.source, edge.target} == {*pair}]


def _path_step(edge: Connection) -> PathStep:
    passages = _link(edge.id).passages
    quote = passages[0].quote if passages else None
    return PathStep(link=edge.id, sentence=edge.sentence, quote=quote)


def _link(id_: str) -> LinkView:
    return scenes.edge_evidence(site().store, site().archive, id_)


def _told(id_: str) -> Told:
    link = _link(id_)
    ends = [end.id for end in (link.source, link.target) if end.kind == "statement"]
    statement = statement_page(site().store, site().archive, ends[0]) if ends else None
    said = sentences.verb(statement, site().look) if statement else ""
    subject, object_ = sides(link.type, link.source, link.target)
    vouched = link.standing or (statement.standing if statement else None)
    return Told(
        link=link, subject=subject, verb=verb(link.type, said, site().look), object=object_,
        statement=statement,
        vouched=vouched,
        standing=standing(vouched.review if vouched else None, inferred=link.inferred),
    )  # fmt: skip


def _picked_link(found: SceneFacts, picked: list[str]) -> Told | None:
    shown = {edge.id for edge in found.edges}
    return _told(picked[0]) if picked and picked[0] in shown else None
