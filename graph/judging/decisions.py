"""Decisions that a person may make, checked against what stands: judgements yet without a name."""

from collections.abc import Iterable, Mapping

from graph.assembly import edited
from graph.assembly.editing import NAMING
from graph.errors import OnRecordError, UsageError
from graph.judgements import Decision
from graph.judging.fields import changed_fields, refuse_unlawful
from graph.judging.known import Known
from graph.model import Document, Entity, Link, Record, Statement
from graph.model.standing import VERDICTS, Action, Verdict


def review(known: Known, action: Action, id_: str, why: str) -> Decision:
    """Accept or reject a statement or link."""
    record = known.found(id_, Statement, Link)
    if action == "accept":
        known.overruled(record)
    return Decision(action=action, on=record.id, why=why, saw=(record,))


def retract(known: Known, id_: str, why: str) -> Decision:
    """Note that a statement, a link or a document was withdrawn."""
    record = known.found(id_, Statement, Link, Document)
    if isinstance(record, Statement | Link | Document) and record.retracted:
        raise UsageError("it is noted as withdrawn already", subject=id_)
    return Decision(action="retract", on=record.id, why=why, saw=(record,))


def change(
    known: Known, action: Action, id_: str, changes: Mapping[str, object], why: str
) -> Decision:
    """Edit a statement, link or entity, or correct a document."""
    kinds = (Document,) if action == "correct" else (Statement, Link, Entity)
    record = known.found(id_, *kinds)
    fields = changed_fields(record, changes)
    if isinstance(record, Statement | Link):
        known.overruled(record)
    _refuse_naming(record, fields)
    try:
        became = edited(record, fields)
    except OnRecordError as fault:
        raise UsageError(
            f"this does not fit: {fault.happened}", subject=id_, remedy="Give another value"
        ) from fault
    _refuse_strangers(known, became)
    said = Decision(action=action, on=record.id, why=why, saw=(record,), changes=fields)
    return said if action == "correct" else known.tried(said)


def merge(known: Known, id_: str, into: str, why: str) -> Decision:
    """Say that two entities are one, known by the second."""
    one, other = known.entity(id_), known.entity(into)
    if one.id == other.id:
        raise UsageError("the two are one already", subject=id_)
    if one.type != other.type:
        raise UsageError(
            f"one is of kind {one.type}, the other of kind {other.type}", subject=f"{id_}, {into}",
            remedy="Correct the kind of one first, with `judge ID edit --set type=…`",
        )  # fmt: skip
    if any(entity.anonymous or entity.protected for entity in (one, other)):
        raise UsageError(
            "one of the two is anonymous or protected, and a join might identify them",
            subject=f"{id_}, {into}",
            remedy="If it is protected by mistake, undo that first: `judge ID undo`",
        )
    said = Decision(action="merge", on=one.id, other=other.id, why=why, saw=(one, other))
    return known.tried(said)


def split(known: Known, id_: str, parts: Iterable[str], why: str) -> Decision:
    """Take apart what is one: entities of single documents, or whole documents' words of it."""
    record = known.entity(id_)
    if record.protected:
        raise UsageError(
            "it is protected, and what was parted from it would be named", subject=id_,
            remedy="Undo the protection, take them apart, then protect the right one",
        )  # fmt: skip
    apart = tuple(dict.fromkeys(parts))
    within = {join.id for join in known.made.joins if join.into == record.id}
    wrong = [
        part for part in apart
        if part not in {*within, record.id} and not isinstance(known.records.get(part), Document)
    ]  # fmt: skip
    if wrong or not apart:
        raise UsageError(
            "this is no part of it" if wrong else "nothing is named that is to be taken apart",
            subject=", ".join(wrong) or id_,
            remedy="Name ids of documents, or of what was joined: `onrecord explain` lists them",
        )
    return known.tried(
        Decision(action="split", on=record.id, parts=apart, why=why, saw=(record,))
    )  # fmt: skip


def protect(known: Known, id_: str, why: str) -> Decision:
    """Say that a person or a case must never be identified."""
    record = known.entity(id_)
    if record.type not in {"person", "case"}:
        raise UsageError("only a person or a case is protected", subject=id_)
    if record.protected:
        raise UsageError("it is protected already", subject=id_)
    return known.tried(Decision(action="protect", on=record.id, why=why, saw=(record,)))


def compare(known: Known, one: str, other: str, verdict: Verdict, why: str) -> Decision:
    """Set two statements side by side, with a verdict of the person's own and its reason."""
    if verdict not in VERDICTS:
        raise UsageError(
            "there is no such verdict", subject=str(verdict),
            remedy=f"Choose one of {', '.join(VERDICTS)}",
        )  # fmt: skip
    first, second = (known.found(id_, Statement) for id_ in (one, other))
    if not why.strip() or first == second:
        raise UsageError(
            "a comparison needs two statements and a reason", subject=one,
            remedy="Name the other statement, and say why",
        )  # fmt: skip
    saw = (first, second)
    return Decision(
        action="compare", on=first.id, other=second.id, verdict=verdict, why=why, saw=saw
    )


def undo(known: Known, id_: str, why: str) -> Decision:
    """Undo a judgement, or the last one that stands on a thing."""
    said = Decision(action="undo", on=known.to_undo(id_).judgement.id, why=why)
    return known.tried(said)


def _refuse_naming(record: Record, fields: Mapping[str, object]) -> None:
    if isinstance(record, Entity) and record.protected and NAMING & fields.keys():
        raise UsageError(
            "it is protected, and must not be named", subject=record.id,
            remedy="If it is protected by mistake, undo that first: `judge ID undo`",
        )  # fmt: skip


def _refuse_strangers(known: Known, record: Record) -> None:
    """Raise where a record refers to somebody whom the archive does not hold."""
    match record:
        case Statement():
            reporter = (record.reported_by,) if record.reported_by else ()
            for id_ in (*(one.entity for one in record.speakers), *record.about, *reporter):
                known.entity(id_)
        case Link():
            refuse_unlawful(record, known.records)
        case _:
            pass
