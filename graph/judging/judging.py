"""Judging from Python: one method a kind of decision, each of which appends to the log."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from graph.archive import Archive
from graph.assembly import Resolve
from graph.errors import UsageError
from graph.judgements import Decision, Judgement, append, new_id
from graph.judging import adding, decisions
from graph.judging.known import Known
from graph.model import EntityType, Form, LinkType, PartialDate, Span, Speaker, TypedAs
from graph.model.standing import Verdict


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class Judging:
    """The decisions of one person, `by`, on one archive.

    Every method checks what is asked for against what stands, appends a line to the log and returns
    it; where it does not fit it raises OnRecordError, and nothing is appended. What was decided is
    in the next load and export. Nothing is ever taken out of the log.
    """

    archive: Archive
    resolve: Resolve
    by: str
    now: Callable[[], datetime] = _now
    new_id: Callable[[], str] = new_id

    def known(self) -> Known:
        """Return what stands at this moment."""
        return Known.of(self.archive, self.resolve)

    def accept(self, id_: str, *, why: str = "") -> Judgement:
        """Say that the words say what a statement or link says; nothing about their truth."""
        return self.sign(decisions.review(self.known(), "accept", id_, why))

    def reject(self, id_: str, *, why: str = "") -> Judgement:
        """Say that the words do not say it: no answer shows the statement or link any more."""
        return self.sign(decisions.review(self.known(), "reject", id_, why))

    def edit(self, id_: str, *, why: str = "", **changes: object) -> Judgement:
        """Correct fields of a statement, link or entity; what was edited counts as accepted."""
        return self.sign(decisions.change(self.known(), "edit", id_, changes, why))

    def correct(self, document: str, *, why: str = "", **changes: object) -> Judgement:
        """Correct title, url, publisher, published, licence or genre of a document."""
        return self.sign(decisions.change(self.known(), "correct", document, changes, why))

    def merge(self, id_: str, into: str, *, why: str = "") -> Judgement:
        """Say that two entities are one, known by the second; both must be named."""
        return self.sign(decisions.merge(self.known(), id_, into, why))

    def split(self, id_: str, parts: Iterable[str], *, why: str = "") -> Judgement:
        """Take parts out of an entity: ids of what was joined into it, or ids of documents."""
        return self.sign(decisions.split(self.known(), id_, parts, why))

    def protect(self, id_: str, *, why: str = "") -> Judgement:
        """Say that a person or case must never be identified: the name is shown nowhere."""
        return self.sign(decisions.protect(self.known(), id_, why))

    def retract(self, id_: str, *, why: str = "") -> Judgement:
        """Note that a statement, a link, or a document with all in it, was withdrawn."""
        return self.sign(decisions.retract(self.known(), id_, why))

    def compare(self, one: str, other: str, verdict: Verdict, *, why: str) -> Judgement:
        """Set two statements side by side: what a reviewer says of the two, and the reason."""
        return self.sign(decisions.compare(self.known(), one, other, verdict, why))

    def undo(self, id_: str, *, why: str = "") -> Judgement:
        """Undo a judgement, or the last one that stands on a thing."""
        return self.sign(decisions.undo(self.known(), id_, why))

    def add_statement(
        self, parts: Iterable[Span], *, speakers: Iterable[Speaker], types: Iterable[TypedAs] = (),
        form: Form = "direct", about: Iterable[str] = (), within: str | None = None,
        date: PartialDate | None = None, reported_by: str | None = None, why: str = "",
    ) -> Judgement:  # fmt: skip
        """Add a statement in words of one document, which are checked against its text."""
        return self.sign(
            adding.statement(
                self.known(),
                parts,
                speakers=speakers,
                types=types,
                form=form,
                about=about,
                within=within,
                date=date,
                reported_by=reported_by,
                why=why,
            )
        )

    def add_link(
        self, type_: LinkType, source: str, target: str, spans: Iterable[Span], *,
        role: str | None = None, date: PartialDate | None = None, inferred: bool = False,
        why: str = "",
    ) -> Judgement:  # fmt: skip
        """Add a link that rests on these words."""
        return self.sign(
            adding.link(
                self.known(),
                type_,
                source,
                target,
                spans,
                role=role,
                date=date,
                inferred=inferred,
                why=why,
            )
        )

    def add_entity(self, type_: EntityType, name: str, span: Span, *, why: str = "") -> Judgement:
        """Add somebody or something named in these words; its id is the judgement's `on`."""
        return self.sign(adding.entity(self.known(), type_, name, span, why=why))

    def sign(self, decision: Decision) -> Judgement:
        """Append a decision under the person's name; return it as it stands in the log."""
        if not self.by.strip():
            raise UsageError("nobody is named who judges", remedy="Say who with --by NAME")
        what = {field.name: getattr(decision, field.name) for field in fields(decision)}
        at = self.now().astimezone(UTC).isoformat(timespec="seconds")
        judgement = Judgement(id=self.new_id(), at=at, by=self.by.strip(), **what)
        append(self.archive, [judgement])
        return judgement
