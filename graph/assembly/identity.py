"""People's judgements on who is one: replayed over what resolution joined, before the joining."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assembly.editing import put_in_one
from graph.assembly.grounds import Became, grounds
from graph.assembly.groups import Groups, Source
from graph.assembly.merging import PROTECTED
from graph.assembly.renaming import Names, renamed
from graph.judgements import Judgement
from graph.model import Entity, Join, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Records of single documents, the id each thing is joined into, and why what is one is.

    `named`: for each protected thing, the records of documents that give its name. `misfits`: for
    each judgement that could not be followed, why.
    """

    records: tuple[Record, ...]
    into: Mapping[str, str]
    joins: tuple[Became, ...]
    named: Mapping[str, tuple[Entity, ...]]
    misfits: Mapping[str, str]


def identify(
    sources: Sequence[Source], joins: Iterable[Join], judgements: Iterable[Judgement],
    undone: Iterable[Judgement] = (),
) -> Identity:  # fmt: skip
    """Return who is one, as resolution says and people corrected it, in the order they did.

    Ids that judgements gave which are `undone` stand for what they stood for.
    """
    groups = Groups.of(sources, joins, undone)
    follow = {"merge": groups.merge, "split": groups.split, "protect": groups.protect,
              "edit": groups.edit}  # fmt: skip
    misfits: dict[str, str] = {}
    for judgement in judgements:
        if judgement.action in follow and (judgement.action != "edit" or on_entity(judgement)):
            why = follow[judgement.action](judgement)
            if why is not None:
                misfits[judgement.id] = why
    named: dict[str, list[Entity]] = {first: [] for first in groups.hidden}
    records = tuple(_followed(sources, groups, named))
    return Identity(
        records=records,
        into=groups.into(),
        joins=tuple(grounds(groups)),
        named={first: tuple(found) for first, found in named.items()},
        misfits=misfits,
    )


def on_entity(judgement: Judgement) -> bool:
    """Return whether a judgement was made on an entity."""
    return bool(judgement.saw) and isinstance(judgement.saw[0], Entity)


def _followed(
    sources: Sequence[Source], groups: Groups, named: Mapping[str, list[Entity]]
) -> Iterator[Record]:
    """Yield every record: those of a split follow it, those of the protected lose their names.

    What people corrected of an entity stands in one record in place of those that make it up.
    """
    corrected: dict[str, list[Entity]] = {
        first: [] for edit in groups.edits if (first := groups.first(edit.of))
    }
    for document, records in sources:
        moved = {old: new for (where, old), new in groups.moved.items() if where == document}
        follow = Names(moved) if moved else None
        for record in records:
            became = renamed(record, follow) if follow else record
            if isinstance(became, Entity):
                first = groups.known_by[became.id]
                if first in named:
                    named[first].extend(() if became.anonymous else (became,))
                if first in corrected:
                    corrected[first].append(became)
                    continue
                became = _nameless(became) if first in named else became
            if became is not None:
                yield became
    for first, group in corrected.items():
        if group:
            entity = put_in_one(first, group, groups.edits, groups.members(first))
            if first in named and not entity.anonymous:
                named[first].append(entity)
            yield _nameless(entity) if first in named else entity


def _nameless(entity: Entity) -> Entity:
    # Whoever is anonymous is known by a role phrase, which holds no name.
    name = entity.name if entity.anonymous else PROTECTED[entity.type]
    return replace(
        entity, name=name, aliases=(), anonymous=True, protected=True, reference=None, url=None
    )
