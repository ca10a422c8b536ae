"""Keeps out of the records every word that names a protected person.

A record whose words hold such a name is left out whole, with what hangs on it: a quotation is never
cut in its middle, and a link never moves to other words.
"""

from collections.abc import Iterable, Sequence

from graph.model import Link, Mention, Record, Span, Statement
from ingest.reading import Extent


def without_hidden_words(records: Iterable[Record], hidden: Sequence[Extent]) -> list[Record]:
    """Return the records of one document whose spans touch none of the hidden stretches."""
    if not hidden:
        return list(records)
    kept = [record for record in records if not _holds(record, hidden)]
    return _whole(kept)


def _holds(record: Record, hidden: Sequence[Extent]) -> bool:
    return any(Extent(s.start, s.end).touches(name) for s in _spans(record) for name in hidden)


def _spans(record: Record) -> tuple[Span, ...]:
    match record:
        case Statement() | Link():
            return record.spans
        case Mention():
            return (record.span,)
        case _:
            return ()


def _whole(records: list[Record]) -> list[Record]:
    """Return the records without what refers to a statement that is gone, again and again."""
    statements = {record.id for record in records if isinstance(record, Statement)}
    kept = [record for record in records if not _refers_to_none(record, statements)]
    return kept if len(kept) == len(records) else _whole(kept)


def _refers_to_none(record: Record, statements: set[str]) -> bool:
    if isinstance(record, Statement):
        return record.within is not None and record.within not in statements
    return isinstance(record, Link) and record.type == "ABOUT" and record.source not in statements
