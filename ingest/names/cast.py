"""The people of a document with their roles, their protection and their ids."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.ids import body_id, entity_id, placed_id
from graph.model import Entity
from ingest.gazetteer import Office
from ingest.names.found import Bodies, Found
from ingest.names.lexicon import anonymous
from ingest.names.persons import Person
from ingest.names.protection import Protection, protects
from ingest.names.roles import Held, OfficeHit, roles_of
from ingest.names.scan import Scan
from ingest.reading import Named, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person with the roles beside their names, and why they are protected, if they are."""

    person: Person
    roles: tuple[Held, ...]
    protection: Protection | None

    @property
    def protected(self) -> bool:
        """Whether the person must never be identified."""
        return self.protection is not None

    @property
    def anchor(self) -> str | None:
        """The id of the body that identifies the person, whatever the order of their roles.

        Of several the surest: an office of the gazetteer, a body of it, another; then the least id.
        """
        ranked = [(_rank(held), key) for held in self.roles if (key := body_of(held)) is not None]
        return min(ranked)[1] if ranked else None

    def key(self, reading: Reading) -> str:
        """Return the person's id: of name and body, of name and document, or of a place alone."""
        if self.protected:
            return placed_id("person", reading.span(self.person.extents[0]))
        best = self.person.best
        name = best.bare if best.given else f"{best.title} {best.bare}"
        return entity_id("person", name.casefold(), self.anchor or reading.document)


def _rank(held: Held) -> int:
    if held.office is not None:
        return 0
    return 1 if held.body is not None and held.body.slug is not None else 2


def body_of(held: Held) -> str | None:
    """Return the id of the body in which a role is held, null where none is named."""
    office = body_of_office(held.office) if held.office is not None else None
    if office is not None:
        return office
    return key_of(held.body) if held.body is not None else None


def body_of_office(office: Office) -> str | None:
    """Return the id of the body that an office belongs to."""
    return body_id("organisation", office.body) if office.body is not None else None


def key_of(found: Found) -> str:
    """Return the id of what was found: its row's, else one of its raw name."""
    if found.slug is not None:
        return body_id(found.type, found.slug)
    return entity_id(found.type, found.name)


def cast_people(
    scan: Scan, people: Iterable[Person], bodies: Bodies, offices: Iterable[OfficeHit]
) -> list[Member]:
    """Return the people with the roles and the protection that stand beside their names."""
    text = scan.reading.text
    members = []
    for person in people:
        shields = [protects(text, name) for name in person.names]
        roles = [held for name in person.names for held in roles_of(scan, name, bodies, offices)]
        shield = next((shield for shield in shields if shield is not None), None)
        members.append(Member(person=person, roles=tuple(roles), protection=shield))
    return _with_kin(members)


def _with_kin(members: list[Member]) -> list[Member]:
    """Protect also those who share a protected surname, unless a role in a body is theirs."""
    surnames = {m.person.surname.casefold() for m in members if m.protected}
    return [
        replace(member, protection=Protection(phrase=anonymous().kin))
        if not member.protected
        and member.anchor is None
        and member.person.surname.casefold() in surnames
        else member
        for member in members
    ]


def with_role(member: Member, held: Held) -> Member:
    """Return the person with one more role."""
    return replace(member, roles=(*member.roles, held))


def entity_of(reading: Reading, member: Member) -> Entity:
    """Return the person's entity. A protected one's holds no name."""
    key, person = member.key(reading), member.person
    if member.protection is not None:
        phrase = member.protection.phrase
        return Entity(id=key, type="person", name=phrase, anonymous=True, protected=True)
    best = person.best
    name = best.bare if best.given else f"{best.title} {best.bare}".strip()
    forms = dict.fromkeys(" ".join(reading.words(e).split()) for e in person.extents)
    forms.pop(name, None)
    return Entity(id=key, type="person", name=name, aliases=tuple(forms))


def mentions_of(reading: Reading, member: Member) -> list[Named]:
    """Return a person's mentions by name."""
    key = member.key(reading)
    return [
        Named(key=key, type="person", extent=extent, level="name")
        for extent in member.person.extents
    ]
