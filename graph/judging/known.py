"""What somebody who judges has before them: the records as they stand, and the stored texts."""

from dataclasses import dataclass, fields
from typing import cast

from graph.archive import Archive
from graph.assembly import Assembly, Gathered, Judged, Resolve, gather, settle
from graph.assembly.joining import dangling
from graph.assembly.overlay import outer_statements
from graph.assembly.renaming import Names
from graph.errors import NotFound, UsageError
from graph.hiding import called, name_words
from graph.ids import PASSAGE
from graph.judgements import Decision, Judgement
from graph.masking import touches
from graph.model import Document, Entity, Link, Record, Span, Statement

_TRIAL = "jd-trial"
_KINDS: dict[type[Record], str] = {
    Statement: "a statement",
    Link: "a link",
    Entity: "a person, body or other entity",
    Document: "a document",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The archive's records by id, as they stand with all judgements; `gathered`: without them."""

    archive: Archive
    gathered: Gathered
    made: Assembly
    records: dict[str, Record]

    @classmethod
    def of(cls, archive: Archive, resolve: Resolve) -> "Known":
        """Return what stands in an archive at this moment."""
        gathered = gather(archive, resolve)
        made = settle(archive, gathered)
        records = {one.id: one for one in made.records}
        return cls(archive=archive, gathered=gathered, made=made, records=records)

    def found(self, id_: str, *kinds: type[Record]) -> Record:
        """Return the record of an id; raise NotFound, or UsageError for one of another kind."""
        record = self.records.get(id_) or self.records.get(Names(self.made.into)[id_])
        if record is None:
            raise NotFound(
                "the archive holds no such thing",
                subject=id_,
                remedy="Take the id from a page, an answer or the export",
            )
        if not isinstance(record, kinds):
            wanted = " or ".join(_KINDS[kind] for kind in kinds)
            raise UsageError(
                f"this is {_KINDS.get(type(record), 'a mention')}",
                subject=id_,
                remedy=f"Name {wanted}",
            )
        return record

    def entity(self, id_: str) -> Entity:
        """Return the entity of an id; raise as `found`."""
        return cast("Entity", self.found(id_, Entity))

    def words(self, passage: str) -> Span:
        """Return the span of a passage id (`<document>#char=100,180`); raise UsageError.

        Words that name a protected person are refused.
        """
        place = PASSAGE.fullmatch(passage)
        if not place:
            raise UsageError(
                "this is no place in a document", subject=passage,
                remedy="Name it as <document>#char=<start>,<end>",
            )  # fmt: skip
        document = cast("Document", self.found(place["document"], Document))
        start, end = int(place["start"]), int(place["end"])
        if not start < end <= document.characters:
            raise UsageError(
                f"the document has {document.characters} characters, and no words stand there",
                subject=passage, remedy="Name a start before an end, both within the text",
            )  # fmt: skip
        if touches(start, end, document.masked):
            raise UsageError(
                "these words name a protected person", subject=passage,
                remedy="Choose words that do not",
            )  # fmt: skip
        return Span.of(document.id, self.archive.text(document.sha256), start, end)

    def check(self, span: Span) -> None:
        """Raise unless the words of a span stand there and name nobody who is protected."""
        if self.words(span.passage) != span:
            raise UsageError(
                "the words that are quoted do not stand there", subject=span.passage,
                remedy="Take start and end from the stored text",
            )  # fmt: skip

    def tried(self, decision: Decision) -> Decision:
        """Return a decision that would be followed; raise UsageError for one that would not be.

        Everything is put together once with it and without writing it.
        """
        asked = {field.name: getattr(decision, field.name) for field in fields(decision)}
        trial = Judgement(id=_TRIAL, at="", by="somebody", **asked)
        made = settle(self.archive, self.gathered, trial)
        misfit = next(one.misfit for one in made.judged if one.judgement.id == _TRIAL)
        if misfit:
            raise UsageError(
                f"this would not be followed: {misfit}", subject=decision.on,
                remedy="`onrecord explain` tells what was judged, and `judge ID undo` undoes it",
            )  # fmt: skip
        before = {problem.subject for problem in dangling(self.made.records)}
        torn = [one.subject for one in dangling(made.records) if one.subject not in before]
        if torn:
            raise UsageError(
                f"on what this takes away rest {len(torn)} others: {', '.join(torn[:5])}",
                subject=decision.on, remedy="Undo or correct these first",
            )  # fmt: skip
        return decision

    def namesakes(self, id_: str) -> tuple[str, ...]:
        """Return the ids of other people who bear a word of this entity's name, and stay named."""
        one = self.entity(id_)
        names = called(name_words(name) for name in (one.name, *one.aliases))
        others = (record for record in self.records.values() if isinstance(record, Entity))
        return tuple(
            other.id for other in others
            if other.type == "person" and other.id != one.id and not other.anonymous
            and not names.is_whole_in(other.name) and names.is_in(other.name)
        )  # fmt: skip

    def overruled(self, record: Record) -> None:
        """Raise UsageError where something stays rejected with the statement that it stands in."""
        around = outer_statements(record, self.records)
        outer = next((one for one in around if one.review == "rejected"), None)
        if outer:
            raise UsageError(
                f"it stands within {outer.id}, which is rejected", subject=record.id,
                remedy=f"Undo that first: `judge {outer.id} undo`",
            )  # fmt: skip

    def to_undo(self, id_: str) -> Judged:
        """Return the judgement of this id, or the last that stands on the thing of this id."""
        for one in reversed(self.made.judged):
            if one.judgement.id == id_ and one.stands:
                return one
        now = Names(self.made.into)[id_]
        for one in reversed(self.made.judged):
            if one.stands and one.judgement.action != "undo" and {one.on, one.other} & {id_, now}:
                return one
        raise NotFound(
            "no judgement stands on this", subject=id_,
            remedy="`onrecord explain` tells what was judged",
        )  # fmt: skip
