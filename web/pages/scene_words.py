"""The words behind a scene: the evidence of one link, and the way between two things."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from flask import Flask, Response, render_template, request

from graph.explore import scene as scenes
from graph.explore.paths import Ways
from graph.explore.statements import statement_page
from graph.explore.views import LinkView, PassageView, Ref, Standing, StatementView
from web import sentences
from web.format import counted
from web.scene_facts import Connection, SceneFacts, facts, sides, standing, verb
from web.site import scene_url, site
from web.twins import as_json

# Of links that say the same, the one that is told.
_VOUCHED = {"accepted": 0, "inferred": 1, "proposed": 2}


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

    `step` counts from 1; several links may make one step. `more` further links of the step say the
    same: the one that is told is the best vouched for, then the first by date and id.
    """

    step: int
    link: str
    sentence: str
    quote: str | None
    standing: str
    more: int


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

    `found` says how many there are, and of what kind; `stopped` why there may be others, where the
    search was ended before it had looked everywhere, else "".
    """

    nodes: tuple[str, ...]
    steps: tuple[PathStep, ...]
    scene: str
    ways: tuple[Way, ...]
    more: bool
    found: str
    stopped: str


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
    drawn = [facts(way, ends, site().look) for way in found.ways]
    told = {one.id: one.source for way in drawn for _, one, _ in _sayings(way)}
    quotes = scenes.first_words(site().store, site().archive, told)
    every = tuple(
        _way(way, quotes, apart=number < found.apart, first=not number)
        for number, way in enumerate(drawn)
    )
    nodes, steps, scene = (
        (every[0].nodes, every[0].steps, every[0].scene) if every else ((), (), "")
    )
    return as_json(
        PathFacts(
            nodes=nodes, steps=steps, scene=scene, ways=every, more=found.more,
            found=_found(found, documents=documents), stopped=_stopped(found),
        )
    )  # fmt: skip


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


def _way(found: SceneFacts, quotes: Mapping[str, str], *, apart: bool, first: bool) -> Way:
    ids = tuple(node.id for node in found.nodes)
    steps = tuple(
        PathStep(
            step=number, link=edge.id, sentence=edge.sentence, quote=quotes.get(edge.id),
            standing=edge.standing, more=more,
        )
        for number, edge, more in _sayings(found)
    )  # fmt: skip
    return Way(
        nodes=ids,
        steps=steps,
        scene=scene_url(*ids),
        words=_of_way(ids, found, apart=apart, first=first),
    )


def _sayings(found: SceneFacts) -> Iterator[tuple[int, Connection, int]]:
    """Yield what each step says, once: its number, the link to tell, how many say the same."""
    for number, pair in enumerate(pairwise(node.id for node in found.nodes), 1):
        same: dict[str, list[Connection]] = {}
        for edge in _between(found, pair):
            same.setdefault(edge.sentence, []).append(edge)
        for edges in same.values():
            yield number, min(edges, key=lambda edge: _VOUCHED[edge.standing]), len(edges) - 1


def _of_way(ids: tuple[str, ...], found: SceneFacts, *, apart: bool, first: bool) -> str:
    steps = counted(max(0, len(ids) - 1), "step")
    head = "Shortest" if first else "Another, by other things" if apart else "Another"
    open_ = sum(
        all(edge.standing != "accepted" for edge in _between(found, pair)) for pair in pairwise(ids)
    )
    rests = f"; {open_} of {steps} rest on what no person has accepted" if open_ else ""
    return f"{head}: {steps}{rests}"


def _found(found: Ways, *, documents: bool) -> str:
    number = len(found.ways)
    if not number and found.stopped:
        return "No path was found before the search stopped"
    if not number:
        through = "" if documents else " that does without documents"
        return f"No path in {scenes.MOST_STEPS} steps{through}"
    return (
        f"{counted(number, 'path')} told; there are more" if found.more else counted(number, "path")
    )


def _stopped(found: Ways) -> str:
    if not found.stopped:
        return ""
    there = "There may be others" if found.ways else "There may be one"
    return f"The search stopped after {found.stopped}. {there}"


def _between(found: SceneFacts, pair: tuple[str, str]) -> list[Connection]:
    return [edge for edge in found.edges if {edge.source, edge.target} == {*pair}]


def _link(id_: str) -> LinkView:
    return scenes.edge_evidence(site().store, site().archive, id_)
