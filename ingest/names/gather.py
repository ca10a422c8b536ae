"""The finds of a document as entities, mentions and roles, under the ids that records use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.ids import body_id, placed_id
from graph.model import Entity
from ingest.gazetteer import Gazetteer, Office
from ingest.names.cast import Member, body_of, body_of_office, entity_of, key_of, mentions_of
from ingest.names.found import Found, Taken
from ingest.names.nameless import Nameless, joined
from ingest.names.protection import Protection
from ingest.names.result import Names, Role
from ingest.names.titles import TitleUse
from ingest.reading import Named, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one kind of find adds to a document's names."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Named, ...] = ()
    masked: tuple[Named, ...] = ()
    roles: tuple[Role, ...] = ()
    bodies: tuple[Found, ...] = ()


def things_part(reading: Reading, found: Iterable[Found]) -> Part:
    """Return bodies, places, laws and operations; their aliases are the forms that stand here."""
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
    return Part(entities=entities, mentions=tuple(mentions))


def people_part(reading: Reading, cast: Iterable[Member], taken: Taken) -> Part:
    """Return the people who have a name; of the protected ones only general words and masks."""
    entities, masked, roles = [], [], []
    mentions: list[Named] = []
    bodies: list[Found] = []
    for member in cast:
        key = member.key(reading)
        entities.append(entity_of(reading, member))
        if member.protection is not None:
            masked += mentions_of(reading, member)
            mentions += _said_of(key, member.protection, taken)
            continue
        mentions += mentions_of(reading, member)
        roles += [Role(person=key, body=body_of(h), extent=h.extent) for h in member.roles]
        bodies += [h.body for h in member.roles if h.body is not None and h.office is None]
    return Part(
        entities=tuple(entities),
        mentions=tuple(mentions),
        masked=tuple(masked),
        roles=tuple(roles),
        bodies=tuple(bodies),
    )


def _said_of(key: str, protection: Protection, taken: Taken) -> Iterator[Named]:
    """Yield the word that makes somebody protected, as their mention."""
    extent = protection.extent
    if extent is not None and taken.free(extent):
        taken.take(extent)
        yield Named(key=key, type="person", extent=extent, level="nominal")


def titles_part(reading: Reading, titles: Iterable[TitleUse], cast: list[Member]) -> Part:
    """Return titles alone: mentions of their holders, or of an office-holder without a name."""
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
    return Part(entities=tuple(entities.values()), mentions=tuple(mentions), roles=tuple(roles))


def _holder(reading: Reading, use: TitleUse, office: Office) -> Entity:
    key = placed_id("person", reading.span(use.extent))
    return Entity(id=key, type="person", name=f"the {office.title}", anonymous=True)


def nameless_part(reading: Reading, people: list[Nameless]) -> Part:
    """Return the people without a name, under ids of their places.

    Whoever is described like somebody protected may be the same person, and is protected too.
    """
    entities, mentions, roles = {}, [], []
    shielded = {person.phrase for person in people if person.protected}
    for person, first in joined(people):
        key = placed_id("person", reading.span(first.extent))
        protected = first.phrase in shielded
        entities[key] = Entity(
            id=key, type="person", name=first.phrase, anonymous=True, protected=protected
        )
        mentions.append(Named(key=key, type="person", extent=person.extent, level="nominal"))
        if person.body is not None:
            roles.append(Role(person=key, body=key_of(person.body), extent=person.extent))
    return Part(entities=tuple(entities.values()), mentions=tuple(mentions), roles=tuple(roles))


def gather(
    parts: Iterable[Part], gazetteer: Gazetteer, found: Iterable[Found], genders: dict[str, str]
) -> Names:
    """Return the names that the parts make together.

    A body that only a role stands for (“Home Secretary”) becomes an entity without a mention.
    """
    parts = tuple(parts)
    offices = [body for part in parts for body in part.bodies]
    entities = {key_of(body): _unmentioned(body) for body in offices}
    entities |= {entity.id: entity for part in parts for entity in part.entities}
    roles = [role for part in parts for role in part.roles]
    entities |= _bodies_of(roles, gazetteer, entities)
    kinds = {body_id(body.type, body.slug): body.kind for body in gazetteer.bodies}
    kinds |= {key_of(item): item.kind for item in (*offices, *found)}
    return Names(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        mentions=_in_order(named for part in parts for named in part.mentions),
        masked=_in_order(named for part in parts for named in part.masked),
        roles=tuple(r if r.body in entities else replace(r, body=None) for r in roles),
        genders=genders,
        kinds={key: kind for key, kind in kinds.items() if key in entities and kind},
    )


def _bodies_of(
    roles: Iterable[Role], gazetteer: Gazetteer, entities: dict[str, Entity]
) -> dict[str, Entity]:
    missing = {role.body for role in roles} - set(entities)
    return {
        key: Entity(id=key, type=body.type, name=body.name)
        for body in gazetteer.bodies
        if (key := body_id(body.type, body.slug)) in missing
    }


def _unmentioned(body: Found) -> Entity:
    return Entity(id=key_of(body), type=body.type, name=body.name)


def _in_order(mentions: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(mentions, key=lambda named: named.extent))
