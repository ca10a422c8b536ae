"""What each measure means and does not mean, in plain words: one text for page, JSON and terminal.

No figure is ever shown without it.
"""

from graph.network.joined import MOST_LINKS, MOST_THINGS
from graph.network.measures import MOST_TO_GROUP, Bridge, Group, Network, Place

WHAT = (
    "The network of people, organisations, reports and operations. Two of them are joined where a "
    "link leads from one to the other, or where one of them made a statement that is about the "
    "other. Two names in one document are not joined by that; no case and no protected person "
    "stands in it or between."
)
LIMITS = (
    "Every figure describes how the words of the documents in this archive are arranged. It does "
    "not say who is important, powerful, close or guilty. Other documents would give other "
    "figures: what is written about most stands out most."
)
PLACES = (
    "How many others each thing is joined with, and on how many of every 100 shortest ways between "
    "two other things it stands. A pair that nothing joins counts among the hundred and has no "
    "way. Where several ways are equally short, each counts in part."
)
HINGES = "Without one of these, what it joins would not hang together in what the archive holds."
BRIDGES = (
    "Without this join the two sides would not be joined in what the archive holds. It may rest on "
    "one sentence: read it. Joins that hold a single thing are counted, not listed."
)
GROUPS = (
    "Things with more joins among them than chance would give the same joins, found by the Louvain "
    "method. A group is named by its most joined members. It is an arrangement of links, not a "
    "finding that these people or bodies belong together; another start may part them elsewhere."
)


def summary(found: Network) -> list[str]:
    """Return what was measured, with its denominators and every limit, as sentences."""
    every, pairs = f"{found.things + found.alone:,}", _many(found.joins, "pair")
    lines = [
        f"{found.things:,} of {every} things are joined to another, in {pairs}.",
        f"{found.by_statements:,} of {pairs} are joined by statements alone.",
    ]
    if found.accepted_only:
        lines.append("Only what a person has accepted is counted.")
    else:
        lines.append(
            f"{found.proposed:,} of {pairs} rest on what a machine proposed "
            "and no person has accepted."
        )
    if len(found.parts) > 1:
        lines.append(
            f"It hangs together in {len(found.parts):,} separate parts, the largest of "
            f"{_many(found.parts[0], 'thing')}."
        )
    return [*lines, *_caps(found)]


def _caps(found: Network) -> list[str]:
    lines = []
    if found.truncated:
        lines.append(
            f"Only the first {MOST_THINGS:,} things and {MOST_LINKS:,} links were read; there are "
            "more, and the figures are those of this part."
        )
    if found.starts < found.things:
        lines.append(
            f"Shortest ways were counted from {found.starts:,} of {found.things:,} things, drawn "
            "by a fixed rule: the figures are estimates."
        )
    if found.groups is None:
        lines.append(f"Groups are not looked for among more than {MOST_TO_GROUP:,} things.")
    return lines


def of_place(place: Place, others: int) -> str:
    """Return where a thing stands, `others` being how many other things are in the network."""
    by = "1 link or statement" if place.links == 1 else f"{place.links:,} links and statements"
    return (
        f"joined with {place.joined:,} of {others:,} others by {by}; "
        f"on {hundredth(place.between)} of every 100 shortest ways"
    )


def hundredth(value: float) -> str:
    """Return a figure of a hundred as people say it."""
    if not value:
        return "none"
    return "fewer than 1" if value < 1 else f"{value:.0f}"


def of_bridge(bridge: Bridge) -> str:
    """Return what would be parted without a bridge, and what it rests on."""
    rests = [
        _many(len(ids), noun)
        for ids, noun in ((bridge.links, "link"), (bridge.statements, "statement"))
        if ids
    ]
    open_ = "" if bridge.accepted else ", none accepted by a person"
    return (
        f"{_many(bridge.sides[0], 'thing')} on the side of {bridge.a.name}, "
        f"{bridge.sides[1]:,} on that of {bridge.b.name}; rests on {' and '.join(rests)}{open_}"
    )


def name_of(group: Group) -> str:
    """Return a group's name: its most joined members, and how many more."""
    names = [one.name for one in group.members[:3]]
    more = len(group.members) - len(names)
    return f"{', '.join(names)} and {more:,} more" if more else ", ".join(names)


def of_group(group: Group) -> str:
    """Return how a group hangs together."""
    return (
        f"{_many(len(group.members), 'thing')}; {group.inside:,} of "
        f"{_many(group.inside + group.outside, 'join')} of them lead to one another"
    )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
