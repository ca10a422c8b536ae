"""One invented document in the making: its text, and the records that its words will give."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.ids import document_id, entity_id, link_id, mention_id, placed_id, statement_id
from graph.model import (
    Capacity,
    Document,
    Entity,
    EntityType,
    Link,
    LinkType,
    Mention,
    PartialDate,
    Record,
    Scope,
    Span,
    Speaker,
    Statement,
    TypedAs,
)

Place = tuple[int, int]
Make = Callable[["Made"], list[Record]]


@dataclass(slots=True)
class Draft:
    """Text that grows; each record is made once the text, and so the document's id, is known."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    makes: list[Make] = field(default_factory=list)
    masked: list[Place] = field(default_factory=list)

    def write(self, words: str) -> Place:
        """Put words at the end; return where they stand."""
        begin = self.length
        self.pieces.append(words)
        self.length += len(words)
        return begin, self.length

    def mention(self, type_: EntityType, words: str, *, anchored: bool = False) -> "Said":
        """Write the name of a thing; one that is `anchored` is known in this document alone."""
        place = self.write(words)
        said = Said(type=type_, name=words, place=place, anchored=anchored)
        self.makes.append(lambda made: made.mention(said))
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A thing as a document names it. `hidden`: it must never be identified."""

    type: EntityType
    name: str
    place: Place
    anchored: bool = False
    hidden: bool = False


@dataclass(slots=True, kw_only=True)
class Made:
    """A finished text with its document's id: what records are made from."""

    document: str
    text: str

    def span(self, place: Place) -> Span:
        """Return the span of these places."""
        return Span.of(self.document, self.text, *place)

    def id(self, said: Said) -> str:
        """Return the id that the thing has, as extraction gives it."""
        if said.hidden:
            return placed_id(said.type, self.span(said.place))
        anchor = (self.document,) if said.anchored else ()
        return entity_id(said.type, said.name.casefold(), *anchor)

    def mention(self, said: Said) -> list[Record]:
        """Return the thing and where it is named."""
        id_, span = self.id(said), self.span(said.place)
        entity = Entity(
            id=id_, type=said.type, name=said.name, anonymous=said.hidden, protected=said.hidden
        )
        level = "nominal" if said.hidden else "name"
        return [entity, Mention(id=mention_id(id_, span), entity=id_, span=span, level=level)]

    def link(
        self, type_: LinkType, source: Said, target: Said, words: Place, role: str | None = None
    ) -> Link:
        """Return a link between two things, on these words."""
        ends, span = (self.id(source), self.id(target)), self.span(words)
        return Link(
            id=link_id(type_, *ends, [span]), type=type_, source=ends[0], target=ends[1],
            spans=(span,), inferred=False, role=role, confidence="medium", method="invented",
        )  # fmt: skip

    def statement(
        self, words: Place, speaker: Said | None, about: tuple[Said, ...] = (), *,
        capacity: Capacity = "self", within: Place | None = None, said: str = "2025",
    ) -> Statement:  # fmt: skip
        """Return a statement in these words."""
        span = self.span(words)
        speakers = (Speaker(entity=self.id(speaker), span=self.span(speaker.place),
                            capacity=capacity),) if speaker else ()  # fmt: skip
        return Statement(
            id=statement_id([span]), speakers=speakers, cue=None, parts=(span,), form="direct",
            types=(TypedAs(type="assertion", span=None),),
            about=tuple(dict.fromkeys(self.id(thing) for thing in about)),
            within=within and statement_id([self.span(within)]), date=PartialDate.parse(said),
            reported_by=None, scope=Scope(), confidence="high", method="invented",
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A document with its text and records, as an archive keeps them."""

    document: Document
    text: str
    records: tuple[Record, ...]


def finish(draft: Draft, *, name: str, title: str, publisher: str, published: str) -> Finished:
    """Return the document of a draft; a thing named twice is there once."""
    text = "".join(draft.pieces)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    made = Made(document=document_id(sha256), text=text)
    document = Document(
        id=made.document, sha256=sha256, name=name, media_type="text/plain",
        characters=len(text), title=title, url=None, publisher=publisher,
        published=PartialDate.parse(published), licence=None, masked=tuple(draft.masked),
    )  # fmt: skip
    records = {record.id: record for make in draft.makes for record in make(made)}
    return Finished(document=document, text=text, records=(document, *records.values()))
