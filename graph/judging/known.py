"""What somebody who judges has before them: the records as they stand, and the stored texts."""

from dataclasses import dataclass
from typing import cast

from graph.archive import Archive
from graph.assembly import Assembly, Gathered, Judged, Resolve, gather, settle
from graph.assembly.renaming import Names
from graph.errors import NotFound, UsageError
from graph.ids import PASSAGE
from graph.masking import touches
from graph.model import Document, Entity, Link, Record, Span, Statement

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
                f"the words “{span.quote[:60]}” do not stand there", subject=span.passage,
                remedy="Take start and end from the stored text",
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
