"""Names without those that tell who a protected person is, and the further words to mask.

A relative, and whoever has a post in the child's school, is known by general words from here on;
so is the school, unless the document speaks of it as a public actor in its own right.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.hiding import HiddenNames, kind_of_setting, settings
from graph.model import Entity, Stretch
from ingest.names import Names
from ingest.names.lexicon import anonymous, patterns, words
from ingest.reading import Extent, Reading
from ingest.relations import Draft
from ingest.shielding.nameless import without_names
from ingest.shielding.places import Place, Tie, find_settings, on_one_line, tied
from ingest.shielding.relatives import better_known, relatives, told_elsewhere, unproved
from ingest.shielding.spoken import Sentence, about_protected, aged_children

Acts = Callable[[Names], Iterable[Draft]]
"""Gives the links of a document by these names."""

# What a public actor does, and what is done to it, at either end of a link.
_DOES = frozenset(["RESPONDED_TO", "PUBLISHED", "COMMISSIONED"])
_IS_TOLD = frozenset(["ADDRESSED_TO", "INSPECTED", "CONCERNS"])
_RUNS = re.compile(
    r",?(?: who)?(?: has| had)? (?:runs?|ran|owns?|owned|leads?|led|manages?|managed|heads?|headed"
    r"|teach(?:es)?|taught|works?|worked|founded|set up)(?: at| in| for)? (?:the )?"
    r"|, (?:of|from|at) (?:the )?"
)
_STAFF = "a member of staff"
_PHRASES = {
    "school": "a school", "nursery": "a nursery", "home": "a home", "club": "a club",
    "workplace": "a place of work", "street": "a place",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shielded:
    """Names that tell nothing of the protected.

    `hidden`: the names of places that stand nowhere any more. `called`: the stretches that name
    victims found through a relative. `stretches`: where else words tell.
    """

    names: Names
    hidden: HiddenNames = field(default_factory=HiddenNames)
    called: tuple[Extent, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def shield(reading: Reading, names: Names, acts: Acts) -> Shielded:
    """Return the names without what tells who the protected are.

    `acts` is asked only where a sentence ties a body to somebody protected.
    """
    sentences = about_protected(reading, names)
    named, called = _told_elsewhere(reading, names, sentences)
    named = without_names(reading, named, relatives(reading, named, sentences))
    # A relative's own relatives tell as much: their sentences are looked at again.
    while named is not names:
        names, sentences = named, about_protected(reading, named)
        named = without_names(reading, named, relatives(reading, named, sentences))
    names = _described(names, better_known(reading, names, sentences))
    called = (
        *called, *unproved(reading, names, sentences), *aged_children(reading, names),
    )  # fmt: skip
    places = tuple(find_settings(reading, names)) if sentences else ()
    ties = tied(reading.text, sentences, places)
    if not ties:
        return Shielded(names=names, called=called)
    return _without_places(reading, Shielded(names=names, called=called), places, ties, acts)


def _described(names: Names, phrases: Mapping[str, str]) -> Names:
    entities = (replace(one, name=phrases.get(one.id, one.name)) for one in names.entities)
    return replace(names, entities=tuple(entities)) if phrases else names


def _told_elsewhere(
    reading: Reading, names: Names, sentences: tuple[Sentence, ...]
) -> tuple[Names, tuple[Extent, ...]]:
    people: dict[str, str] = {}
    called = []
    for named, child, phrase in told_elsewhere(reading, names, sentences):
        people[named.key] = phrase
        same = [other for other in names.mentions if other.extent.touches(child)]
        people |= {other.key: anonymous().protected["victim"]
                   for other in same if other.type == "person"}  # fmt: skip
        called += [] if same else [child]
    return without_names(reading, names, people), tuple(called)


def _without_places(
    reading: Reading, known: Shielded, places: Iterable[Place], ties: tuple[Tie, ...], acts: Acts
) -> Shielded:
    names, text = known.names, reading.text
    public = _public(reading, names, ties, acts)
    gone = [tie.place for tie in ties if not tie.source and not tie.place.keys & public]
    said = {on_one_line(text, place) for place in gone}
    hidden = settings(said, never=frozenset(patterns().places.all))
    same = {place.extent for place in places if on_one_line(text, place) in said}
    same |= {place.extent for place in gone}
    everywhere = [*same, *(Extent(*place) for place in hidden.places(text, ()))]
    keys = {key for place in gone for key in place.keys}
    bodies = {
        entity.id: _PHRASES.get(kind_of_setting(entity.name) or "", "a body")
        for entity in names.entities
        if entity.id in keys or (_called_after(entity, hidden) and entity.id not in public)
    }
    staff = dict(_runs(reading, names, everywhere)) | _staff(reading, names, bodies, everywhere)
    return replace(
        known,
        names=without_names(reading, names, bodies | staff),
        hidden=hidden,
        stretches=tuple(sorted({*same, *(tie.place.extent for tie in ties)})),
    )


def _called_after(entity: Entity, hidden: HiddenNames) -> bool:
    """Whether a thing in no table bears a hidden name: its governors, its parents' association."""
    placed = entity.type in {"organisation", "place"} and "." not in entity.id
    return placed and hidden.is_in(entity.name)


def _public(
    reading: Reading, names: Names, ties: Iterable[Tie], acts: Acts
) -> frozenset[str]:  # fmt: skip
    """Return the keys of tied bodies of which the document also speaks as of public actors.

    What says so must stand in other sentences than those that tie them to somebody.
    """
    asked = {key for tie in ties for key in tie.place.keys}
    if not asked:
        return frozenset()
    told = [tie.sentence for tie in ties]
    links = [
        draft
        for draft in acts(names)
        if draft.confidence != "low" and not any(_touch(draft.extents, told))
    ]
    ends = {draft.source for draft in links if draft.type in _DOES}
    ends |= {draft.target for draft in links if draft.type in _IS_TOLD}
    publisher = (reading.publisher or "").casefold()
    ends |= {entity.id for entity in names.entities if entity.name.casefold() in publisher}
    return frozenset(asked & ends)


def _touch(some: Iterable[Extent], others: Iterable[Extent]) -> Iterator[bool]:
    yield from (one.touches(other) for one in some for other in others)


def _runs(reading: Reading, names: Names, places: Iterable[Extent]) -> Iterator[tuple[str, str]]:
    """Yield the keys of people who run a hidden place, or work there, with general words."""
    starts = {place.start for place in places}
    for named in names.mentions:
        runs = _RUNS.match(reading.text, named.extent.end) if named.type == "person" else None
        if runs is not None and runs.end() in starts:
            yield named.key, _STAFF


def _staff(
    reading: Reading, names: Names, bodies: Container[str | None], places: list[Extent]
) -> dict[str, str]:
    """Return the general words for people with a post in a hidden place."""
    found: dict[str, str] = {}
    for role in names.roles:
        if role.body in bodies or any(_touch([role.extent], places)):
            said = reading.words(role.extent).lower().split()
            post = next((word.strip(",") for word in said if word.strip(",") in words().roles), "")
            article = "an" if post[:1] in "aeiou" else "a"
            found[role.person] = f"{article} {post}" if post else _STAFF
    return found
