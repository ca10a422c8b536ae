"""People's judgements laid over joined records, in the order in which they were made.

What a judgement was made on must still stand as it was: else it is told, and nothing is changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import msgspec

from graph.assembly.fitting import Now, documents_of, present_id, still_fits
from graph.assembly.protecting import Text
from graph.assembly.renaming import Names, renamed
from graph.errors import OnRecordError
from graph.ids import link_id
from graph.judgements import Judgement
from graph.model import Document, Entity, Link, Record, Review, Span, Statement, spans_of
from graph.model.standing import Action

_GONE = "what it judged is not there any more"
_CHANGED = "what it judged has changed since"
_ONE = "both ends of the link are one thing now"
_REVIEWS: dict[Action, Review] = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The records as people left them; for each judgement that could not be followed, why."""

    records: tuple[Record, ...]
    misfits: Mapping[str, str]


def lay_over(
    records: Iterable[Record], judgements: Iterable[Judgement], names: Names, text: Text
) -> Laid:
    """Return the records with the judgements (those that stand) laid over them."""
    said = tuple(judgements)
    if not said:
        return Laid(records=tuple(records), misfits={})
    desk = _Desk(records={record.id: record for record in records}, names=names, text=text)
    misfits: dict[str, str] = {}
    for judgement in said:
        follow = _FOLLOW.get(judgement.action)
        why = follow(desk, judgement) if follow else None
        if why is not None:
            misfits[judgement.id] = why
    desk.carry_retractions()
    desk.carry_rejections()
    return Laid(records=tuple(desk.records.values()), misfits=misfits)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """The records while they are judged, by id."""

    records: dict[str, Record]
    names: Names
    text: Text

    @property
    def now(self) -> Now:
        return self.names.__getitem__

    def found(self, judgement: Judgement, which: int = 0) -> Record | str:
        """Return what was judged as it stands now, or why the judgement does not fit it."""
        if len(judgement.saw) <= which:
            return "its copy of what it judged cannot be read"
        saw = judgement.saw[which]
        record = self.records.get(present_id(saw, self.now))
        if record is None:
            return _GONE
        return record if still_fits(saw, record, self.now) else _CHANGED

    def review(self, judgement: Judgement) -> str | None:
        record = self.found(judgement)
        if isinstance(record, Statement | Link):
            self.records[record.id] = replace(record, review=_REVIEWS[judgement.action])
            return None
        return record if isinstance(record, str) else _CHANGED

    def retract(self, judgement: Judgement) -> str | None:
        record = self.found(judgement)
        if isinstance(record, str):
            return record
        if isinstance(record, Document | Statement | Link):
            self.records[record.id] = replace(record, retracted=True)
            return None
        return _CHANGED

    def edit(self, judgement: Judgement) -> str | None:
        record = self.found(judgement)
        if isinstance(record, str):
            return record
        try:
            became = renamed(edited(record, judgement.changes), self.names)
        except OnRecordError as fault:
            return f"what it gives does not fit: {fault.happened}"
        if became is None:
            return _ONE
        del self.records[record.id]
        self.records[became.id] = became
        return None

    def add(self, judgement: Judgement) -> str | None:
        added = [renamed(record, self.names) for record in judgement.added]
        records = [record for record in added if record is not None]
        if len(records) < len(added):
            return _ONE
        spans = (span for record in records for span in spans_of(record))
        why = next(filter(None, map(self._misquoted, spans)), None)
        for record in records if why is None else ():
            if not (isinstance(record, Entity) and record.id in self.records):
                self.records[record.id] = record
        return why

    def compare(self, judgement: Judgement) -> str | None:
        found = (self.found(judgement, which) for which in (0, 1))
        return next((one for one in found if isinstance(one, str)), None)

    def carry_retractions(self) -> None:
        """Leave out what was withdrawn, or rests on a withdrawn document, however it was judged.

        Its publisher no longer says it: that somebody accepted the words does not bring it back.
        """
        withdrawn = {
            one.id for one in self.records.values() if isinstance(one, Document) and one.retracted
        }
        for record in list(self.records.values()):
            if isinstance(record, Statement | Link) and (
                record.retracted or (withdrawn and not withdrawn.isdisjoint(documents_of(record)))
            ):
                self.records[record.id] = replace(record, retracted=True, review="rejected")

    def carry_rejections(self) -> None:
        """Reject what stands within a rejected statement, or says what one is about."""
        for record in list(self.records.values()):
            if isinstance(record, Statement | Link) and any(
                outer.review == "rejected" for outer in self._outer(record)
            ):
                self.records[record.id] = replace(record, review="rejected")

    def _outer(self, record: Statement | Link) -> Iterator[Statement]:
        seen: set[str] = set()
        id_ = _above(record)
        while id_ and id_ not in seen and isinstance(outer := self.records.get(id_), Statement):
            seen.add(id_)
            yield outer
            id_ = outer.within

    def _misquoted(self, span: Span) -> str | None:
        document = self.records.get(span.document)
        if not isinstance(document, Document):
            return "the document of its words is not there any more"
        if self.text(document)[span.start : span.end] != span.quote:
            return "its words do not stand there in the document"
        return None


_FOLLOW: dict[str, Callable[[_Desk, Judgement], str | None]] = {
    "accept": _Desk.review,
    "reject": _Desk.review,
    "retract": _Desk.retract,
    "edit": _Desk.edit,
    "correct": _Desk.edit,
    "add": _Desk.add,
    "compare": _Desk.compare,
}


def edited(record: Record, changes: Mapping[str, object]) -> Record:
    """Return a record with these fields changed, accepted if it can be; raise OnRecordError."""
    review = {"review": "accepted"} if isinstance(record, Statement | Link) else {}
    became = _changed(record, {**changes, **review})
    if isinstance(became, Link):
        ends = became.type, became.source, became.target
        return replace(became, id=link_id(*ends, became.spans))
    return became


def _changed(record: Record, changes: Mapping[str, object]) -> Record:
    try:
        return msgspec.convert({**msgspec.to_builtins(record), **changes}, type(record))
    except msgspec.ValidationError as fault:
        raise OnRecordError(str(fault), subject=record.id) from fault


def _above(record: Statement | Link) -> str | None:
    if isinstance(record, Statement):
        return record.within
    return record.source if record.type == "ABOUT" else None
