"""Fields that people corrected: of one record, and of an entity that several records make up."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import msgspec

from graph.assembly.merging import merged
from graph.errors import OnRecordError
from graph.ids import link_id
from graph.model import Entity, Link, Record, Statement

NAMING = frozenset({"name", "aliases", "reference", "url"})
"""The fields of an entity that may identify it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What somebody corrected of the entity `of`, when these ids were `among` it."""

    of: str
    among: frozenset[str]
    changes: Mapping[str, object]


def edited(record: Record, changes: Mapping[str, object]) -> Record:
    """Return a record with these fields changed, accepted if it can be; raise OnRecordError."""
    review = {"review": "accepted"} if isinstance(record, Statement | Link) else {}
    became = _changed(record, {**changes, **review})
    if isinstance(became, Link):
        ends = became.type, became.source, became.target
        return replace(became, id=link_id(*ends, became.spans))
    return became


def edited_entity(entity: Entity, changes: Mapping[str, object]) -> Entity:
    """Return an entity with these fields changed; raise OnRecordError."""
    became = edited(entity, changes)
    if not isinstance(became, Entity):
        raise TypeError(became)
    return became


def put_in_one(
    id_: str, group: Sequence[Entity], edits: Iterable[Edit], ids: Set[str]
) -> Entity:  # fmt: skip
    """Return the entity `id_` from its records, as people corrected them and what they make up.

    `ids` are those of the group now. A correction is of what was one when it was made: what was
    joined to that since adds its name as an alias, and what was parted from it takes nothing along.
    """
    pieces = [(frozenset({entity.id}), entity) for entity in group]
    for edit in edits:
        inside = [piece for piece in pieces if piece[0] & edit.among]
        if edit.of not in ids or not inside:
            continue
        one = merged(edit.of, [entity for _, entity in inside])
        try:
            one = edited_entity(one, edit.changes)
        except OnRecordError:  # what it was made on is parted since, and what is left is protected
            continue
        made_of = frozenset().union(*(of for of, _ in inside))
        pieces = [*(piece for piece in pieces if piece not in inside), (made_of, one)]
    return merged(id_, [entity for _, entity in pieces])


def _changed(record: Record, changes: Mapping[str, object]) -> Record:
    try:
        return msgspec.convert({**msgspec.to_builtins(record), **changes}, type(record))
    except msgspec.ValidationError as fault:
        raise OnRecordError(str(fault), subject=record.id) from fault
