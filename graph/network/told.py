"""The measures as page, JSON and terminal tell them: every figure in a sentence that says of what.

The lists are cut at a limit that is told; the figures stand beside the sentences, for programs.
"""

from dataclasses import dataclass

import msgspec

from graph.errors import UsageError
from graph.explore.overview import graph_version
from graph.explore.views import Ref
from graph.network import meaning
from graph.network.joined import joined
from graph.network.measures import Bridge, Group, Hinge, Network, Place, network
from graph.stores.store import Store

MOST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: the things it is about, in order, what it says, and its figures.

    `links` and `statements` are ids of what it rests on, where it rests on few.
    """

    things: tuple[Ref, ...]
    name: str
    words: str
    figures: dict[str, float]
    links: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One measure: its name, what it means, its first lines and how many there are."""

    key: str
    title: str
    meaning: str
    lines: tuple[Line, ...]
    total: int
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured, its limits in words, and each measure."""

    what: str
    limits: str
    summary: tuple[str, ...]
    measures: tuple[Listed, ...]
    accepted_only: bool
    limit: int
    graph_version: str


def measured(store: Store, *, accepted_only: bool = False, limit: int = 20) -> Measured:
    """Return the measures of the whole archive, at most `limit` lines of each."""
    check_lines(limit)
    return told(
        network(joined(store, accepted_only=accepted_only)),
        limit=limit, version=graph_version(store),
    )  # fmt: skip


def check_lines(limit: int) -> None:
    """Raise UsageError where a list of measures cannot have so many lines."""
    if not 1 <= limit <= MOST:
        raise UsageError(
            f"a list of measures has from 1 to {MOST} lines",
            subject=f"limit {limit}", remedy=f"Give a limit from 1 to {MOST}",
        )  # fmt: skip


def told(found: Network, *, limit: int, version: str) -> Measured:
    """Return measures in words."""
    others = found.things - 1
    loose = f"{found.loose_ends:,} more joins hold a single thing each."
    places = tuple(_place(one, others) for one in found.places)
    hinges = tuple(_hinge(one) for one in found.hinges)
    bridges = tuple(_bridge(one) for one in found.bridges)
    groups = tuple(_group(one) for one in found.groups or ())
    return Measured(
        what=meaning.WHAT,
        limits=meaning.LIMITS,
        summary=tuple(meaning.summary(found)),
        measures=(
            Listed(key="places", title="Who stands between others", meaning=meaning.PLACES,
                   lines=places[:limit], total=len(places), none="Nothing is joined."),
            Listed(key="hinges", title="What holds parts together", meaning=meaning.HINGES,
                   lines=hinges[:limit], total=len(hinges),
                   none="No single thing holds parts together."),
            Listed(key="bridges", title="Joins without which two sides would part",
                   meaning=f"{meaning.BRIDGES} {loose}", lines=bridges[:limit], total=len(bridges),
                   none="No join holds two sides of more than one thing each together."),
            Listed(key="groups", title="Groups with many joins among them", meaning=meaning.GROUPS,
                   lines=groups[:limit], total=len(groups),
                   none="No group of three or more was found, or none was looked for."),
        ),
        accepted_only=found.accepted_only,
        limit=limit,
        graph_version=version,
    )  # fmt: skip


def as_json(told: Measured) -> str:
    """Return the measures as JSON, one line."""
    return msgspec.json.encode(told).decode() + "\n"


def as_text(told: Measured) -> str:
    """Return the measures as text for a terminal."""
    lines = [told.what, "", *told.summary, "", told.limits]
    for one in told.measures:
        shown = f"{len(one.lines):,} of {one.total:,}"
        lines += ["", f"{one.title} ({shown})", one.meaning, ""]
        lines += [f"  {line.name}: {line.words}" for line in one.lines] or [f"  {one.none}"]
    return "".join(f"{line}\n" for line in lines)


def _place(place: Place, others: int) -> Line:
    return Line(
        things=(place.thing,), name=place.thing.name, words=meaning.of_place(place, others),
        figures={"joined": place.joined, "of": others, "links": place.links,
                 "between_of_100": place.between},
    )  # fmt: skip


def _hinge(hinge: Hinge) -> Line:
    return Line(
        things=(hinge.thing,), name=hinge.thing.name, figures={"parts": hinge.parts},
        words=f"without it, what it joins would fall into {hinge.parts:,} parts",
    )  # fmt: skip


def _bridge(bridge: Bridge) -> Line:
    return Line(
        things=(bridge.a, bridge.b), name=f"{bridge.a.name} and {bridge.b.name}",
        words=meaning.of_bridge(bridge), links=bridge.links, statements=bridge.statements,
        figures={"side_of_first": bridge.sides[0], "side_of_second": bridge.sides[1]},
    )  # fmt: skip


def _group(group: Group) -> Line:
    return Line(
        things=group.members, name=meaning.name_of(group), words=meaning.of_group(group),
        figures={"things": len(group.members), "inside": group.inside, "outside": group.outside},
    )  # fmt: skip
