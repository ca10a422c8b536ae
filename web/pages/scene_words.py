"""The words behind a scene: the evidence of one link, and the way between two things."""

from dataclasses import dataclass
from itertools import pairwise

from flask import Flask, Response, render_template, request

from graph.explore import scene as scenes
from graph.explore.statements import statement_page
from graph.explore.views import LinkView, PassageView, Ref, Standing, StatementView
from web import sentences
from web.format import counted
from web.scene_facts import Connection, SceneFacts, facts, sides, standing, verb
from web.site import scene_url, site
from web.twins import as_json


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One link of a path, with the first words it rests on, and who vouches for it.

    `step` counts from 1; several links may make one step.
    """

    step: int
    link: str
    sentence: str
    quote: str | None
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way between two things: its things and links in order, what is to be known of it.

    `scene` is the address of the scene that begins with its things.
    """

    nodes: tuple[str, ...]
    steps: tuple[PathStep, ...]
    scene: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFacts:
    """The shortest way between two things, and all that were found, it among them.

    `found` says how many there are, and of what kind.
    """

    nodes: tuple[str, ...]
    steps: tuple[PathStep, ...]
    scene: str
    ways: tuple[Way, ...]
    more: bool
    found: str


def add(app: Flask) -> None:
    """Add the fragment of evidence, its JSON twin, and paths to the explorer."""
    app.add_url_rule("/scene/path.json", "scene_path", path)
    app.add_url_rule("/scene/evidence/<id_>", "scene_evidence", evidence)
    app.add_url_rule("/scene/evidence/<id_>.json", "scene_evidence_json", evidence_json)


def evidence(id_: str) -> Response:
    """Show one link with the words it rests on, as a fragment for the panel."""
    return Response(render_template("scene_evidence.html", told=told(id_)))


def evidence_json(id_: str) -> Response:
    """Give one link with the words it rests on."""
    return as_json(_link(id_))


def path() -> Response:
    """Give the ways between two things, told link by link, the shortest first."""
    ends = request.args.get("from", ""), request.args.get("to", "")
    documents = request.args.get("documents") == "yes"
    found = scenes.ways(site().store, *ends, documents=documents)
    every = tuple(
        _way(facts(way, ends, site().look), apart=number < found.apart, first=not number)
        for number, way in enumerate(found.ways)
    )
    nodes, steps, scene = (
        (every[0].nodes, every[0].steps, every[0].scene) if every else ((), (), "")
    )
    words = _found(len(every), more=found.more, documents=documents)
    return as_json(
        PathFacts(nodes=nodes, steps=steps, scene=scene, ways=every, more=found.more, found=words)
    )


def told(id_: str) -> Told:
    """Return one link as the panel tells it; raise NotFound."""
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


def _way(found: SceneFacts, *, apart: bool, first: bool) -> Way:
    ids = tuple(node.id for node in found.nodes)
    steps = tuple(
        _path_step(number, edge)
        for number, pair in enumerate(pairwise(ids), 1)
        for edge in _between(found, pair)
    )
    return Way(
        nodes=ids,
        steps=steps,
        scene=scene_url(*ids),
        words=_of_way(ids, found, apart=apart, first=first),
    )


def _of_way(ids: tuple[str, ...], found: SceneFacts, *, apart: bool, first: bool) -> str:
    steps = counted(max(0, len(ids) - 1), "step")
    head = "Shortest" if first else "Another, by other things" if apart else "Another"
    open_ = sum(
        all(edge.standing != "accepted" for edge in _between(found, pair)) for pair in pairwise(ids)
    )
    rests = f"; {open_} of {steps} rest on what no person has accepted" if open_ else ""
    return f"{head}: {steps}{rests}"


def _found(number: int, *, more: bool, documents: bool) -> str:
    if not number:
        through = "" if documents else " that does without documents"
        return f"No path in {scenes.MOST_STEPS} steps{through}"
    return f"{counted(number, 'path')} told; there are more" if more else counted(number, "path")


def _between(found: SceneFacts, pair: tuple[str, str]) -> list[Connection]:
    return [edge for edge in found.edges if {edge.source, edge.target} == {*pair}]


def _path_step(number: int, edge: Connection) -> PathStep:
    passages = _link(edge.id).passages
    quote = passages[0].quote if passages else None
    return PathStep(
        step=number, link=edge.id, sentence=edge.sentence, quote=quote, standing=edge.standing
    )


def _link(id_: str) -> LinkView:
    return scenes.edge_evidence(site().store, site().archive, id_)
