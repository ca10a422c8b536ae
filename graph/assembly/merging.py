"""One entity out of the records that several documents (or names) gave it; the strictest wins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Entity, EntityType

PROTECTED_PERSON = "a protected person"
PROTECTED: dict[EntityType, str] = {"person": PROTECTED_PERSON, "case": "a protected case"}


def merged(id_: str, group: Sequence[Entity]) -> Entity:
    """Return the entity `id_` from its records: aliases united, unknown values filled.

    Once a record says that no name is given, or that the thing is protected, the names that other
    records hold are left out: joining must never identify whom one document keeps unnamed.
    """
    protected = any(entity.protected for entity in group)
    unnamed = [entity for entity in group if entity.anonymous]
    speaking = sorted(unnamed or group, key=lambda entity: (entity.id != id_, entity.name))
    first = speaking[0]
    name = first.name
    if protected and not unnamed and first.type == "person":
        name = PROTECTED_PERSON
    names = {each for entity in speaking for each in (entity.name, *entity.aliases)} - {name}
    published = sorted(entity.published for entity in group if entity.published)
    return replace(
        first,
        id=id_,
        name=name,
        aliases=() if protected else tuple(sorted(names)),
        anonymous=bool(unnamed) or name == PROTECTED_PERSON,
        protected=protected,
        reference=_first(entity.reference for entity in (first, *group)),
        url=_first(entity.url for entity in (first, *group)),
        published=first.published or (published[0] if published else None),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
