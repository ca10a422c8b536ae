"""Takes names from people and bodies: general words stand for them, under ids of their places."""

from collections.abc import Mapping
from dataclasses import replace

from graph.ids import placed_id
from graph.model import Entity
from ingest.names import Names
from ingest.reading import Named, Reading


def without_names(reading: Reading, names: Names, phrases: Mapping[str, str]) -> Names:
    """Return the names in which those with these keys are called so, and no record names them.

    The stretches that name them are masked. People become protected; places leave altogether. The
    same names come back where no key is of them.
    """
    first: dict[str, Named] = {}
    for named in names.mentions:
        if named.key in phrases:
            first.setdefault(named.key, named)
    known = {entity.id: entity for entity in names.entities if entity.id in phrases}
    if not known:
        return names
    keys = {key: placed_id(known[key].type, reading.span(named.extent))
            for key, named in first.items() if known[key].type != "place"}  # fmt: skip
    mentions = [replace(named, key=keys.get(named.key, named.key)) for named in names.mentions
                if named.key not in phrases or named.key in keys]  # fmt: skip
    new = frozenset(keys.values())
    hidden = [named for named in mentions if named.key in new and named.level == "name"]
    return replace(
        names,
        entities=tuple(sorted(_entities(names, keys, phrases), key=lambda entity: entity.id)),
        mentions=tuple(named for named in mentions if named not in hidden),
        masked=tuple(sorted((*names.masked, *hidden), key=lambda named: named.extent)),
        roles=tuple(
            replace(role, body=None) if role.body in phrases else role
            for role in names.roles
            if role.person not in phrases
        ),
        genders={keys.get(key, key): gender for key, gender in names.genders.items()},
        kinds={key: kind for key, kind in names.kinds.items() if key not in phrases},
    )


def _entities(
    names: Names, keys: Mapping[str, str], phrases: Mapping[str, str]
) -> list[Entity]:  # fmt: skip
    kept = [entity for entity in names.entities if entity.id not in phrases]
    return kept + [
        Entity(
            id=keys[entity.id],
            type=entity.type,
            name=phrases[entity.id],
            anonymous=True,
            protected=entity.type == "person",
        )
        for entity in names.entities
        if entity.id in keys
    ]
