"""From a reading to its names, the surest first; of two that overlap the longer wins."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.gazetteer import Gazetteer
from ingest.names.apposed import find_apposed
from ingest.names.bodies import find_bodies
from ingest.names.cast import Member, cast_people
from ingest.names.found import Bodies, Found, Taken, flatten
from ingest.names.gather import gather, nameless_part, people_part, things_part, titles_part
from ingest.names.groups import find_groups
from ingest.names.kinds import find_kinds
from ingest.names.nameless import find_nameless
from ingest.names.people import find_people
from ingest.names.persons import group_people, join_shorts
from ingest.names.places import find_places
from ingest.names.result import Names
from ingest.names.roles import OfficeHit, find_offices
from ingest.names.scan import Scan, scan
from ingest.names.shapes import find_shapes
from ingest.names.shortened import find_shortened
from ingest.names.titles import TitleUse, find_titles, give_roles, without_titles
from ingest.reading import Reading


def find_names(reading: Reading, gazetteer: Gazetteer) -> Names:
    """Return the people, bodies, places, laws and operations that a document names.

    Pure: the same reading and gazetteer give the same names. Never a protected person's name.
    """
    words, taken = scan(reading), Taken(len(reading.text))
    offices = find_offices(words, gazetteer)
    found = _bodies(words, gazetteer, offices, taken)
    people = find_people(words, taken)
    cast = cast_people(words, group_people(people), Bodies(found), offices)
    cast = give_roles(words, _with_shorts(words, cast, taken), offices)
    titles = find_titles(words, cast, offices, taken)
    found += _offices_spoken_for(titles, gazetteer)
    found = [item for item in found if not _names_hidden(item, cast)]
    persons = people_part(reading, cast, taken)
    nameless = find_nameless(words, Bodies(found), people, taken)
    nameless = sorted(nameless + find_groups(words, taken), key=lambda one: one.extent)
    found += flatten(find_places(words), taken)
    parts = (
        things_part(reading, found),
        persons,
        titles_part(reading, titles, cast),
        nameless_part(reading, nameless),
    )
    genders = {m.key(reading): m.person.gender for m in cast if m.person.gender != "either"}
    return gather(parts, gazetteer, found, genders)


def _bodies(
    words: Scan, gazetteer: Gazetteer, offices: list[OfficeHit], taken: Taken
) -> list[Found]:
    """Return bodies, laws and operations by every kind of name, and take their words."""
    known = without_titles(words, find_bodies(words, gazetteer), offices)
    text = words.reading.text
    found = flatten([*known, *find_shapes(text), *find_apposed(text)], taken)
    found += find_shortened(words, found, taken)
    return found + flatten(find_kinds(text, found, gazetteer), taken)


def _names_hidden(found: Found, cast: Iterable[Member]) -> bool:
    """Whether a name in no table holds the surname of a protected person."""
    words = found.name.split()
    return found.slug is None and any(
        member.protected and member.person.surname in words for member in cast
    )


def _with_shorts(words: Scan, cast: list[Member], taken: Taken) -> list[Member]:
    people = join_shorts(words, [member.person for member in cast], taken)
    return [replace(member, person=person) for person, member in zip(people, cast, strict=True)]


def _offices_spoken_for(titles: Iterable[TitleUse], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the bodies of offices for which a spokesperson speaks: the office, not its holder."""
    rows = gazetteer.by_slug()
    for use in titles:
        slug = use.office.body if use.office is not None and use.spoken_for else None
        if slug is not None:
            body = rows[slug]
            yield Found(
                extent=use.extent, type=body.type, name=body.name, slug=slug, kind=body.kind
            )
