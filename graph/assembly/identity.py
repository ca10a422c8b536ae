"""People's judgements on who is one: replayed over what resolution joined, before the joining."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assembly.groups import Groups, Source
from graph.assembly.merging import PROTECTED
from graph.assembly.renaming import Names, renamed
from graph.judgements import Judgement
from graph.model import Entity, Join, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Records of single documents, the id each thing is joined into, and the joins behind it.

    `named`: for each protected thing, the records of documents that give its name. `misfits`: for
    each judgement that could not be followed, why.
    """

    records: tuple[Record, ...]
    into: Mapping[str, str]
    joins: tuple[Join, ...]
    named: Mapping[str, tuple[Entity, ...]]
    misfits: Mapping[str, str]


def identify(
    sources: Sequence[Source], joins: Iterable[Join], judgements: Iterable[Judgement]
) -> Identity:
    """Return who is one, as resolution says and people corrected it, in the order they did."""
    groups = Groups.of(sources, joins)
    follow = {"merge": groups.merge, "split": groups.split, "protect": groups.protect}
    misfits: dict[str, str] = {}
    for judgement in judgements:
        if judgement.action in follow:
            why = follow[judgement.action](judgement)
            if why is not None:
                misfits[judgement.id] = why
    named: dict[str, list[Entity]] = {first: [] for first in groups.hidden}
    records = tuple(_followed(sources, groups, named))
    return Identity(
        records=records,
        into=groups.into(),
        joins=groups.told(),
        named={first: tuple(found) for first, found in named.items()},
        misfits=misfits,
    )


def _followed(
    sources: Sequence[Source], groups: Groups, named: Mapping[str, list[Entity]]
) -> Iterator[Record]:
    """Yield every record: those of a split follow it, those of the protected lose their names."""
    for document, records in sources:
        moved = {old: new for (where, old), new in groups.moved.items() if where == document}
        follow = Names(moved) if moved else None
        for record in records:
            became = renamed(record, follow) if follow else record
            if isinstance(became, Entity) and (first := groups.known_by[became.id]) in named:
                if not became.anonymous:
                    named[first].append(became)
                became = _nameless(became)
            if became is not None:
                yield became


def _nameless(entity: Entity) -> Entity:
    # Whoever is anonymous is known by a role phrase, which holds no name.
    name = entity.name if entity.anonymous else PROTECTED[entity.type]
    return replace(
        entity, name=name, aliases=(), anonymous=True, protected=True, reference=None, url=None
    )
