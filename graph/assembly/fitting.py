"""Whether what a person judged is still what stands: the same words, held by the same people."""

from collections.abc import Callable, Set

from graph.ids import link_id, mention_id
from graph.model import Document, Entity, Link, Mention, Record, Statement, spans_of

Now = Callable[[str], str]
"""Gives the id that an entity is known by now."""


def present_id(saw: Record, now: Now) -> str:
    """Return the id under which the thing judged stands now, if it still does."""
    match saw:
        case Link():
            return link_id(saw.type, now(saw.source), now(saw.target), saw.spans)
        case Entity():
            return now(saw.id)
        case Mention():
            return mention_id(now(saw.entity), saw.span)
        case _:
            return saw.id


def still_fits(
    saw: Record, record: Record, now: Now, gone: Set[str] = frozenset()
) -> bool:  # fmt: skip
    """Return whether a judgement on `saw` may be taken for one on `record`.

    A statement is the same by its words, speakers and their capacities, types, reporter and the
    statement that it stands in; a link by its type, ends, words and role. Whoever is `gone`,
    because a protection came or went, makes no difference.
    """
    match saw, record:
        case Statement(), Statement():
            return _said(saw, now, gone) == _said(record, now, gone)
        case Link(), Link():
            return _linked(saw, now) == _linked(record, now)
        case Document(), Document():
            return saw.sha256 == record.sha256
        case Entity(), Entity():
            return saw.type == record.type
        case Mention(), Mention():
            return saw.span == record.span
        case _:
            return False


def documents_of(record: Record) -> set[str]:
    """Return the ids of the documents whose words a record rests on; none for an entity."""
    if isinstance(record, Document):
        return {record.id}
    return {span.document for span in spans_of(record)}


def _said(statement: Statement, now: Now, gone: Set[str]) -> tuple[object, ...]:
    speakers = {(now(speaker.entity), speaker.capacity) for speaker in statement.speakers}
    reporter = statement.reported_by and now(statement.reported_by)
    return (
        statement.parts,
        sorted(speaker for speaker in speakers if speaker[0] not in gone),
        sorted({typed.type for typed in statement.types}),
        statement.form,
        None if reporter in gone else reporter,
        statement.within,
    )


def _linked(link: Link, now: Now) -> tuple[object, ...]:
    return (link.type, now(link.source), now(link.target), link.spans, link.role)
