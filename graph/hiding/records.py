"""Keeps out of the records every word that names a protected person.

A statement whose own words hold such a name is left out whole, with what hangs on it, and counted:
a quotation is never cut in its middle, and a link never moves to other words. Where only the words
around it name the speaker, the statement stays without those words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from graph.hiding.names import HiddenNames
from graph.masking import touches
from graph.model import Document, Entity, Link, Mention, Record, Scope, Span, Statement, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """The records that may be kept, and how many statements are not among them."""

    records: tuple[Record, ...]
    withheld: int = 0


def without_hidden_words(
    records: Sequence[Record], hidden: HiddenNames, *, named: Iterable[str] = ()
) -> Hiding:
    """Return the records of one document that hold none of the hidden names.

    `named` are the ids of entities that were found as names: two of them may share a word.
    """
    if not hidden.stretches:
        return Hiding(records=tuple(records))
    return cleared(records, hidden, called_after(records, hidden, named=named))


def called_after(
    records: Iterable[Record], hidden: HiddenNames, *, named: Iterable[str] = ()
) -> frozenset[str]:
    """Return the ids of the entities among these records that bear a hidden name."""
    known = frozenset(named)
    entities = (record for record in records if isinstance(record, Entity))
    return frozenset(entity.id for entity in entities if _names_them(entity, hidden, known))


def cleared(records: Sequence[Record], hidden: HiddenNames, gone: frozenset[str]) -> Hiding:
    """Return the records of one document without hidden words, and without the entities gone."""
    clear = (_cleared(record, hidden, gone) for record in records if record.id not in gone)
    kept = _whole([record for record in clear if record is not None])
    return Hiding(records=tuple(kept), withheld=_statements(records) - _statements(kept))


def shown(document: Document, hidden: HiddenNames, withheld: int) -> Document:
    """Return the document's record with names masked in its title, file name and address."""
    return replace(
        document,
        name=hidden.in_address(document.name),
        title=document.title and hidden.in_title(document.title),
        url=document.url and hidden.in_address(document.url),
        publisher=document.publisher and hidden.in_title(document.publisher),
        licence=document.licence and hidden.in_title(document.licence),
        masked=hidden.stretches,
        withheld=withheld,
    )


def _names_them(entity: Entity, hidden: HiddenNames, named: frozenset[str]) -> bool:
    texts = (entity.name, *entity.aliases, entity.reference or "", entity.url or "")
    if entity.id in named:
        return any(hidden.is_in_name(entity.type, entity.id, text) for text in texts)
    return any(hidden.is_in(text) for text in texts)


def _cleared(record: Record, hidden: HiddenNames, gone: frozenset[str]) -> Record | None:
    """Return the record without what names them, null where nothing may be kept of it."""
    match record:
        case Statement():
            return _statement(record, hidden.stretches, gone)
        case Link():
            names = hidden.is_in(record.role or "") or {record.source, record.target} & gone
            return None if names or _any_touches(record.spans, hidden.stretches) else record
        case Mention():
            out = record.entity in gone or _any_touches((record.span,), hidden.stretches)
            return None if out else record
        case _:
            return record


def _statement(
    statement: Statement, stretches: Sequence[Stretch], gone: frozenset[str]
) -> Statement | None:
    if _any_touches(statement.parts, stretches):
        return None
    speakers = tuple(
        replace(speaker, span=_clear(speaker.span, stretches))
        for speaker in statement.speakers
        if speaker.entity not in gone
    )
    scope = {field.name: getattr(statement.scope, field.name) for field in fields(Scope)}
    return replace(
        statement,
        speakers=speakers,
        cue=_clear(statement.cue, stretches),
        types=tuple(replace(t, span=_clear(t.span, stretches)) for t in statement.types),
        about=tuple(id_ for id_ in statement.about if id_ not in gone),
        reported_by=None if statement.reported_by in gone else statement.reported_by,
        scope=Scope(**{name: _clear(span, stretches) for name, span in scope.items()}),
    )


def _clear(span: Span | None, stretches: Sequence[Stretch]) -> Span | None:
    return None if span is None or touches(span.start, span.end, stretches) else span


def _any_touches(spans: Iterable[Span], stretches: Sequence[Stretch]) -> bool:
    return any(touches(span.start, span.end, stretches) for span in spans)


def _statements(records: Iterable[Record]) -> int:
    return sum(isinstance(record, Statement) for record in records)


def _whole(records: list[Record]) -> list[Record]:
    """Return the records without what refers to a statement that is gone, again and again."""
    statements = {record.id for record in records if isinstance(record, Statement)}
    kept = [record for record in records if not _refers_to_none(record, statements)]
    return kept if len(kept) == len(records) else _whole(kept)


def _refers_to_none(record: Record, statements: set[str]) -> bool:
    if isinstance(record, Statement):
        return record.within is not None and record.within not in statements
    return isinstance(record, Link) and record.type == "ABOUT" and record.source not in statements
