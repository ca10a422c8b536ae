"""People's judgements laid over joined records, in the order in which they were made.

What a judgement was made on must still stand as it was: else it is told, and nothing is changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from graph.assembly.editing import edited
from graph.assembly.fitting import Now, documents_of, present_id, still_fits
from graph.assembly.identity import on_entity
from graph.assembly.renaming import Names, renamed
from graph.errors import OnRecordError
from graph.judgements import Judgement
from graph.model import Document, Link, Record, Review, Statement
from graph.model.standing import Action

_GONE = "what it judged is not there any more"
_CHANGED = "what it judged has changed since"
_ONE = "both ends of the link are one thing now"
_REVIEWS: dict[Action, Review] = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The records as people left them; for each judgement that could not be followed, why.

    `became`: for each link whose ends were corrected its new id.
    """

    records: tuple[Record, ...]
    misfits: Mapping[str, str] = field(default_factory=dict)
    became: Mapping[str, str] = field(default_factory=dict)


def lay_over(
    records: Iterable[Record], judgements: Iterable[Judgement], names: Names,
    gone: Set[str] = frozenset(),
) -> Laid:  # fmt: skip
    """Return the records with the judgements (those that stand) laid over them.

    `gone` are entities that nobody is shown, since they bear the name of somebody protected.
    """
    said = tuple(judgements)
    if not said:
        return Laid(records=tuple(records))
    desk = _Desk(records={record.id: record for record in records}, names=names, gone=gone)
    misfits: dict[str, str] = {}
    for judgement in said:
        follow = None if on_entity(judgement) else _FOLLOW.get(judgement.action)
        why = follow(desk, judgement) if follow else None
        if why is not None:
            misfits[judgement.id] = why
    desk.carry_retractions()
    desk.carry_rejections()
    records = tuple(desk.records.values())
    return Laid(records=records, misfits=misfits, became=desk.became)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """The records while they are judged, by id."""

    records: dict[str, Record]
    names: Names
    gone: Set[str]
    became: dict[str, str] = field(default_factory=dict)

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
        return record if still_fits(saw, record, self.now, self.gone) else _CHANGED

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
        if became.id != record.id:
            self.became[record.id] = became.id
        return None

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
                outer.review == "rejected" for outer in outer_statements(record, self.records)
            ):
                self.records[record.id] = replace(record, review="rejected")


_FOLLOW: dict[str, Callable[[_Desk, Judgement], str | None]] = {
    "accept": _Desk.review,
    "reject": _Desk.review,
    "retract": _Desk.retract,
    "edit": _Desk.edit,
    "correct": _Desk.edit,
    "compare": _Desk.compare,
}


def outer_statements(record: Record, records: Mapping[str, Record]) -> Iterator[Statement]:
    """Yield the statements without which a record is never shown, nearest first."""
    seen: set[str] = set()
    id_ = _above(record)
    while id_ and id_ not in seen and isinstance(outer := records.get(id_), Statement):
        seen.add(id_)
        yield outer
        id_ = outer.within


def _above(record: Record) -> str | None:
    match record:
        case Statement():
            return record.within
        case Link(type="ABOUT"):
            return record.source
        case _:
            return None
