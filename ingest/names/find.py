"""From a reading to its names, the surest first; of two that overlap the longer wins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ids import placed_id
from graph.model import Entity
from ingest.gazetteer import Gazetteer, Office
from ingest.names.bodies import find_bodies
from ingest.names.cast import (
    Member,
    body_of,
    body_of_office,
    cast_people,
    entity_of,
    key_of,
    mentions_of,
)
from ingest.names.found import Found, Taken, flatten
from ingest.names.kinds import find_kinds
from ingest.names.nameless import Nameless, find_nameless, joined
from ingest.names.people import find_people
from ingest.names.persons import group_people, join_shorts
from ingest.names.places import find_places
from ingest.names.result import Names, Role
from ingest.names.roles import Bodies, find_offices
from ingest.names.scan import Scan, scan
from ingest.names.shapes import find_shapes
from ingest.names.shortened import find_shortened
from ingest.names.titles import TitleUse, find_titles, give_roles, without_titles
from ingest.reading import Named, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one kind of find adds to a document's names."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Named, ...] = ()
    masked: tuple[Named, ...] = ()
    roles: tuple[Role, ...] = ()


def find_names(reading: Reading, gazetteer: Gazetteer) -> Names:
    """Return the people, bodies, places, laws and operations that a document names.

    Pure: the same reading and gazetteer give the same names. Never a protected person's name.
    """
    words = scan(reading)
    taken = Taken(len(reading.text))
    offices = find_offices(words, gazetteer)
    bodies = without_titles(words, find_bodies(words, gazetteer), offices)
    found = flatten([*bodies, *find_shapes(reading.text)], taken)
    found += find_shortened(words, found, taken)
    people = find_people(words, taken)
    cast = cast_people(words, group_people(people), Bodies(found), offices)
    cast = give_roles(words, _with_shorts(words, cast, taken), offices)
    titles = find_titles(words, cast, offices, taken)
    found += _offices_spoken_for(titles, gazetteer)
    found += flatten(find_kinds(reading.text, found, gazetteer), taken)
    nameless = find_nameless(words, Bodies(found), people, taken)
    found += flatten(find_places(words), taken)
    hidden = [member.person.best.bare for member in cast if member.phrase is not None]
    found = [item for item in found if not any(name in item.name for name in hidden)]
    return _gather(
        [
            _things(reading, found),
            _people(reading, cast),
            _titles(reading, titles, cast),
            _nameless(reading, nameless),
        ],
        kinds={key_of(item): item.kind for item in found if item.kind},
        genders={m.key(reading): m.person.gender for m in cast if m.person.gender != "either"},
    )


def _with_shorts(words: Scan, cast: list[Member], taken: Taken) -> list[Member]:
    people = join_shorts(words, [member.person for member in cast], taken)
    return [
        Member(person=person, roles=member.roles, phrase=member.phrase)
        for person, member in zip(people, cast, strict=True)
    ]


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


def _things(reading: Reading, found: Iterable[Found]) -> _Part:
    forms: dict[str, dict[str, None]] = {}
    first: dict[str, Found] = {}
    mentions = []
    for item in found:
        key = key_of(item)
        first.setdefault(key, item)
        if item.level == "name":
            forms.setdefault(key, {})[" ".join(reading.words(item.extent).split())] = None
        mentions.append(Named(key=key, type=item.type, extent=item.extent, level=item.level))
    entities = tuple(
        Entity(
            id=key,
            type=item.type,
            name=item.name,
            aliases=tuple(form for form in forms.get(key, ()) if form != item.name),
        )
        for key, item in first.items()
    )
    return _Part(entities=entities, mentions=tuple(mentions))


def _people(reading: Reading, cast: Iterable[Member]) -> _Part:
    entities, mentions, masked, roles = [], [], [], []
    for member in cast:
        key = member.key(reading)
        entities.append(entity_of(reading, member))
        if member.phrase is not None:
            masked += mentions_of(reading, member)
            continue
        mentions += mentions_of(reading, member)
        roles += [Role(person=key, body=body_of(h), extent=h.extent) for h in member.roles]
    return _Part(
        entities=tuple(entities),
        mentions=tuple(mentions),
        masked=tuple(masked),
        roles=tuple(roles),
    )


def _titles(reading: Reading, titles: Iterable[TitleUse], cast: list[Member]) -> _Part:
    """Titles alone: mentions of their holders, or of an office-holder without a name."""
    entities: dict[Office, Entity] = {}
    mentions, roles = [], []
    for use in titles:
        if use.spoken_for:
            continue
        if use.member is not None:
            key = cast[use.member].key(reading)
        elif use.office is not None:
            key = entities.setdefault(use.office, _holder(reading, use, use.office)).id
            roles.append(Role(person=key, body=body_of_office(use.office), extent=use.extent))
        else:
            continue
        mentions.append(Named(key=key, type="person", extent=use.extent, level="nominal"))
    return _Part(entities=tuple(entities.values()), mentions=tuple(mentions), roles=tuple(roles))


def _holder(reading: Reading, use: TitleUse, office: Office) -> Entity:
    key = placed_id("person", reading.span(use.extent))
    return Entity(id=key, type="person", name=f"the {office.title}", anonymous=True)


def _nameless(reading: Reading, people: list[Nameless]) -> _Part:
    entities, mentions, roles = {}, [], []
    for person, first in joined(people):
        key = placed_id("person", reading.span(first.extent))
        entities[key] = Entity(
            id=key, type="person", name=first.phrase, anonymous=True, protected=first.protected
        )
        mentions.append(Named(key=key, type="person", extent=person.extent, level="nominal"))
        if person.body is not None:
            roles.append(Role(person=key, body=key_of(person.body), extent=person.extent))
    return _Part(entities=tuple(entities.values()), mentions=tuple(mentions), roles=tuple(roles))


def _gather(parts: Iterable[_Part], *, kinds: dict[str, str], genders: dict[str, str]) -> Names:
    parts = tuple(parts)
    entities = {entity.id: entity for part in parts for entity in part.entities}
    mentions = [named for part in parts for named in part.mentions]
    masked = [named for part in parts for named in part.masked]
    return Names(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        mentions=tuple(sorted(mentions, key=lambda named: named.extent)),
        masked=tuple(sorted(masked, key=lambda named: named.extent)),
        roles=tuple(role for part in parts for role in part.roles),
        kinds=kinds,
        genders=genders,
    )
