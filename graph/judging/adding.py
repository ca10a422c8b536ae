"""Statements, links and entities that a person adds, each with the words that it rests on."""

from collections.abc import Iterable

from graph.errors import UsageError
from graph.ids import entity_id, link_id, mention_id, statement_id
from graph.judgements import Decision
from graph.judging.fields import refuse_unlawful
from graph.judging.known import Known
from graph.model import (
    Entity,
    EntityType,
    Form,
    Link,
    LinkType,
    Mention,
    PartialDate,
    Scope,
    Span,
    Speaker,
    Statement,
    TypedAs,
)
from graph.model.standing import ADDED


def statement(
    known: Known, parts: Iterable[Span], *, speakers: Iterable[Speaker], types: Iterable[TypedAs],
    form: Form, about: Iterable[str], within: str | None, date: PartialDate | None,
    reported_by: str | None, why: str,
) -> Decision:  # fmt: skip
    """Add a statement in these words of one document."""
    words = tuple(parts)
    record = Statement(
        id=statement_id(words), speakers=tuple(speakers), cue=None, parts=words, form=form,
        types=tuple(types), about=tuple(about), within=within, date=date, reported_by=reported_by,
        scope=Scope(), confidence="high", method=ADDED, review="accepted",
    )  # fmt: skip
    if record.id in known.records:
        raise UsageError(
            "these words are a statement already", subject=record.id,
            remedy="Edit it instead: `judge ID edit --set …`",
        )  # fmt: skip
    reporter = (reported_by,) if reported_by else ()
    for id_ in (*(one.entity for one in record.speakers), *record.about, *reporter):
        known.entity(id_)
    if within:
        known.found(within, Statement)
    for span in record.spans:
        known.check(span)
    known.overruled(record)
    return known.tried(Decision(action="add", on=record.id, added=(record,), why=why))


def link(
    known: Known, type_: LinkType, source: str, target: str, spans: Iterable[Span], *,
    role: str | None, date: PartialDate | None, inferred: bool, why: str,
) -> Decision:  # fmt: skip
    """Add a link that rests on these words."""
    words = tuple(spans)
    ends = known.found(source, Entity, Statement).id, known.found(target, Entity).id
    record = Link(
        id=link_id(type_, *ends, words), type=type_, source=ends[0], target=ends[1], spans=words,
        inferred=inferred, date=date, role=role, confidence="high", method=ADDED,
        review="accepted",
    )  # fmt: skip
    if record.id in known.records:
        raise UsageError("the archive holds this link already", subject=record.id)
    refuse_unlawful(record, known.records)
    for span in words:
        known.check(span)
    known.overruled(record)
    return known.tried(Decision(action="add", on=record.id, added=(record,), why=why))


def entity(known: Known, type_: EntityType, name: str, span: Span, *, why: str) -> Decision:
    """Add somebody or something that is named in these words."""
    record = Entity(id=entity_id(type_, name, span.document), type=type_, name=name)
    if record.id in known.records:
        raise UsageError("the archive knows this one already", subject=record.id)
    known.check(span)
    mention = Mention(
        id=mention_id(record.id, span), entity=record.id, span=span, level="name"
    )  # fmt: skip
    return known.tried(Decision(action="add", on=record.id, added=(record, mention), why=why))
