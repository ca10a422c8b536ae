"""The scene: one or several things with their neighbours, and the words behind every link.

`/scene?seed=…&add=TYPE,kind,limit,of` holds the whole scene in its address; without a seed it is
a search. The canvas is drawn in the browser from the same facts as the list.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Flask, Response, render_template, request

from graph.errors import UsageError
from graph.explore import scene as scenes
from graph.explore.search import search
from graph.explore.views import NeighbourCount, Scene, SceneEdge
from graph.schema import EDGE_BY_NAME, NODES
from web.libraries import PLACES, missing, wanted
from web.pages import scene_words
from web.pages.scene_words import Told, told
from web.scene_facts import SceneFacts, facts, merged, way_words
from web.site import site
from web.twins import as_json

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


def add(app: Flask) -> None:
    """Add the scene, its JSON twins and the fragments of evidence to the explorer."""
    app.add_url_rule("/scene", "scene", page)
    app.add_url_rule("/scene.json", "scene_json", lambda: as_json(shown_scene()))
    app.add_url_rule("/scene/neighbours.json", "scene_neighbours", neighbours)
    app.add_url_rule("/scene/around.json", "scene_around", around)
    scene_words.add(app)


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


def shown_scene() -> SceneFacts:
    """Return the scene that the address names; raise UsageError where it names none."""
    return _asked(_seeds())


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
    steps = [_written(written) for written in request.args.getlist("add")]
    for step in steps:
        found = merged(found, _take(step), seeds)
    if steps:
        found = replace(found, edges=_among(found))
    return facts(found, seeds, site().look)


def _among(found: Scene) -> tuple[SceneEdge, ...]:
    """Return every link among the things of a scene: what was added also meets what was there."""
    return tuple(scenes.edges_among(site().store, [node.id for node in found.nodes]))


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


def _picked_link(found: SceneFacts, picked: list[str]) -> Told | None:
    shown = {edge.id for edge in found.edges}
    return told(picked[0]) if picked and picked[0] in shown else None
