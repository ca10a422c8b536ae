"""What an export holds: rows of things and links by their columns, and what it says of itself.

Rule 7 stands here: protected people stay out, with every link that leads to them, and of a case
every link that could single out whom it is about. What is left out is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.archive import Archive
from graph.explore.overview import graph_version
from graph.exports.columns import LINK, THING, Column, Value, fitting
from graph.exports.text import storable
from graph.network.reading import Link, Thing, holders_of, protected_phrases, words_of
from graph.network.subgraph import Left, Subgraph
from graph.stores.store import Store

SOMEBODY = "a protected person"
PROTECTED = "people who must not be identified, and links to them"
OF_CASES = "what a case concerns, which could single out whom it is about"
#: Of a case, these say where it happened and to whom; who assessed or answered it stays.
_TELLING = frozenset({"CONCERNS"})
_STANDING = (
    "What a machine proposed carries review = proposed until a person accepts it. "
    "Statements are what their speakers said, not what is so."
)
Fields = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What an export is: told in each format, in the same words."""

    archive: str
    archive_id: str
    as_of: str
    graph_version: str
    holds: str
    filters: str
    things: int
    links: int
    further: int
    limit: int
    truncated: bool
    left: tuple[Left, ...]

    def lines(self) -> list[tuple[str, str]]:
        """Return it as names and sentences, in order."""
        cut = _many(self.limit, "thing") + (", and it cut this export" if self.truncated else "")
        left = "; ".join(
            f"{one.why} ({_many(one.things, 'thing')}, {_many(one.links, 'link')})"
            for one in self.left
        )
        return [
            ("what", "An export of On Record. It may not be the whole graph."),
            ("archive", storable(self.archive)),
            ("archive_id", self.archive_id),
            ("as_of", self.as_of),
            ("graph_version", self.graph_version),
            ("holds", storable(self.holds)),
            ("filters", storable(self.filters) or "none"),
            ("things", str(self.things)),
            ("links", str(self.links)),
            ("further_links", f"{_many(self.further, 'link')} to things that are not in it"),
            ("limit", cut),
            ("left_out", left or "nothing is known to be left out"),
            ("standing", _STANDING),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Rows in the order of their ids. A value that is not known is not in its row."""

    about: About
    things: tuple[Fields, ...]
    links: tuple[Fields, ...]


def exported(
    store: Store, archive: Archive, part: Subgraph, *, as_of: date, filters: str = ""
) -> Export:
    """Return a part of the graph as it may leave the machine."""
    things = [one for one in part.things() if not (one.protected and one.kind == "person")]
    kinds = {thing.id: thing.kind for thing in things}
    safe = [link for link in part.links() if link.source in kinds and link.target in kinds]
    links = [link for link in safe if not _singles_out(link, kinds)]
    people, hidden = len(part.graph) - len(things), part.graph.number_of_edges() - len(safe)
    left = (
        *part.left,
        Left(why=PROTECTED, things=people, links=hidden),
        Left(why=OF_CASES, things=0, links=len(safe) - len(links)),
    )
    return Export(
        about=About(
            archive=archive.title, archive_id=archive.id, as_of=as_of.isoformat(),
            graph_version=graph_version(store), holds=_unsaid(part), filters=filters,
            things=len(things), links=len(links),
            further=sum(part.further(thing.id) for thing in things),
            limit=part.limit, truncated=part.truncated,
            left=tuple(one for one in left if one.things or one.links),
        ),
        things=_thing_rows(store, part, things),
        links=_link_rows(store, links),
    )  # fmt: skip


def _unsaid(part: Subgraph) -> str:
    """Return what a part holds, without the phrase for a protected person that it began with."""
    words = part.begun
    for thing in part.things():
        if thing.protected and thing.kind == "person":
            words = words.replace(str(thing.properties.get("name")), SOMEBODY)
    return words


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _singles_out(link: Link, kinds: Mapping[str, str]) -> bool:
    ends = {kinds[link.source], kinds[link.target]}
    return "case" in ends and (link.type in _TELLING or "place" in ends)


def _thing_rows(store: Store, part: Subgraph, things: Sequence[Thing]) -> tuple[Fields, ...]:
    hidden = protected_phrases(store)
    speakers = _speakers(store, [one.id for one in things if one.kind == "statement"])
    rows = []
    for thing in sorted(things, key=lambda one: one.id):
        degrees = part.degrees.get(thing.id, {})
        known: dict[str, object] = {
            **thing.properties,
            "id": thing.id,
            "kind": thing.kind,
            "speakers": speakers.get(thing.id),
            "outer_speakers": _unnamed(thing.properties.get("outer_speakers"), hidden),
            "links": sum(degrees.values()),
            "links_by_type": [f"{type_} {number}" for type_, number in degrees.items()],
        }
        rows.append(_fields(THING, known))
    return tuple(rows)


def _speakers(store: Store, statements: Sequence[str]) -> dict[str, list[str]]:
    named: dict[str, dict[str, None]] = {}
    for statement, name, protected in holders_of(store, statements):
        named.setdefault(statement, {})[SOMEBODY if protected else name] = None
    return {statement: list(names) for statement, names in named.items()}


def _unnamed(names: object, hidden: frozenset[str]) -> list[str]:
    listed = names if isinstance(names, list) else []
    return [SOMEBODY if name in hidden else str(name) for name in listed]


def _link_rows(store: Store, links: Sequence[Link]) -> tuple[Fields, ...]:
    quotes = words_of(store, (id_ for link in links for id_ in _passages(link)))
    rows = []
    for link in sorted(links, key=lambda one: one.id):
        passages = _passages(link)
        known: dict[str, object] = {
            **link.properties,
            "id": link.id,
            "source": link.source,
            "target": link.target,
            "link": link.type,
            "passages": passages,
            "words": [quotes.get(id_, "") for id_ in passages],
        }
        rows.append(_fields(LINK, known))
    return tuple(rows)


def _passages(link: Link) -> list[str]:
    found = link.properties.get("passages")
    return [str(id_) for id_ in found] if isinstance(found, list) else []


def _fields(columns: Sequence[Column], known: Mapping[str, object]) -> Fields:
    found: Fields = {}
    for column in columns:
        value = fitting(column, known.get(column.name))
        if value is not None:
            found[column.name] = _clean(value)
    return found


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return storable(value)
    return tuple(storable(one) for one in value) if isinstance(value, tuple) else value
