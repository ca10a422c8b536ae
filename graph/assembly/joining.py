"""The records of all sources as one set: entities that are one become one, references follow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assembly.fitting import documents_of
from graph.assembly.merging import merged
from graph.assembly.problems import Problem
from graph.assembly.renaming import Names, renamed_link, renamed_mention, renamed_statement
from graph.model import Document, Entity, Link, Mention, Record, Statement
from graph.model.standing import ADDED
from graph.records import in_order

_LEVELS = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Records in order, each kind and id once, and what did not fit together."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def joined(records: Sequence[Record], into: Mapping[str, str]) -> Joined:
    """Return the records with each entity id replaced by the one it is joined into.

    References in mentions, statements and links follow. A link whose ends fall together is left
    out and reported.
    """
    names = Names(into)
    problems: list[Problem] = []
    kept: dict[tuple[str, str], Record] = {}
    for record in (*_entities(records, names), *_others(records, names, problems)):
        _keep(record, kept, problems)
    ordered = in_order(kept.values())
    return Joined(records=tuple(ordered), problems=tuple(sorted(set(problems))))


def _entities(records: Iterable[Record], names: Names) -> Iterator[Entity]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for record in records:
        if isinstance(record, Entity):
            groups[names[record.id]].append(record)
    for id_, group in groups.items():
        yield merged(id_, group)


def _others(records: Iterable[Record], names: Names, problems: list[Problem]) -> Iterator[Record]:
    for record in records:
        if isinstance(record, Document):
            yield replace(record, origin=names.origin(record.id))
        elif isinstance(record, Mention):
            yield renamed_mention(record, names)
        elif isinstance(record, Statement):
            yield renamed_statement(record, names)
        elif isinstance(record, Link):
            link = renamed_link(record, names)
            if link is None:
                what = f"a link {record.type} was left out, because both its ends are now one thing"
                problems.append(Problem(subject=record.id, happened=what))
            else:
                yield link


def _keep(record: Record, kept: dict[tuple[str, str], Record], problems: list[Problem]) -> None:
    key = (record.kind, record.id)
    known = kept.setdefault(key, record)
    if known == record:
        return
    if isinstance(known, Mention) and isinstance(record, Mention):
        kept[key] = min(known, record, key=lambda mention: _LEVELS.index(mention.level))
        return
    if isinstance(known, Statement | Link) and known.method == ADDED:
        return
    problems.append(
        Problem(subject=record.id, happened=f"two records of this {record.kind} differ")
    )


def dangling(records: Iterable[Record]) -> list[Problem]:
    """Return a problem for each reference to an id that no record has."""
    records = list(records)
    known = {record.id for record in records}
    return [
        Problem(
            subject=record.id,
            happened=f"this {record.kind} refers to {id_}, which no record describes",
            remedy="Ingest its source again",
        )
        for record in records
        for id_ in sorted(_references(record) - known)
    ]


def _references(record: Record) -> set[str]:
    named = documents_of(record) - {record.id}
    if isinstance(record, Mention):
        named.add(record.entity)
    elif isinstance(record, Link):
        named |= {record.source, record.target}
    elif isinstance(record, Statement):
        named |= {*(speaker.entity for speaker in record.speakers), *record.about}
        named |= {id_ for id_ in (record.within, record.reported_by) if id_}
    return named
