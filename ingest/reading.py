"""The text under extraction and the small types that pass between its steps.

Flow, one way: reading → names → attributions → speakers → statements and links → records.
Offsets are code points into `Reading.text`; they become `Span`s only when records are made.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.model import EntityType, Form, Level, PartialDate, Span

Zone = Literal["headline", "crosshead", "byline", "body", "list", "table", "caption", "boilerplate"]


class Extent(NamedTuple):
    """A stretch of the text: code points, end exclusive."""

    start: int
    end: int

    def within(self, other: "Extent") -> bool:
        """Return whether this stretch lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def touches(self, other: "Extent") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, extent: Extent, signs: str | None = None) -> Extent:
    """Return the stretch without the signs (blanks by default) at its ends; it may be empty."""
    words = text[extent.start : extent.end]
    start = extent.end - len(words.lstrip(signs))
    return Extent(start, start + len(words.strip(signs)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph without its line ends, and the zone it belongs to."""

    extent: Extent
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document ready for extraction: stored text, paragraphs in order, what is known of it."""

    document: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None

    def words(self, extent: Extent) -> str:
        """Return the text of a stretch."""
        return self.text[extent.start : extent.end]

    def span(self, extent: Extent) -> Span:
        """Return the verified span of a stretch."""
        return Span.of(self.document, self.text, extent.start, extent.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One mention of an entity: `key` is the entity's id in this document's records."""

    key: str
    type: EntityType
    extent: Extent
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words attributed to a source, before anyone knows who the source is.

    `source`: the noun phrase that names it (“a spokesperson for the force”, “she”), null where
    none is given; `inherited`: it stands in an earlier sentence or paragraph and is carried over.
    `cue`: the words of saying (“said”, “according to”), null where none. `parts`: the content, in
    order; a direct part excludes its quotation marks. `rule`: the name of the rule that made it.
    `outer`: the index, in the list of attributions, of the one this stands in, null at top level.
    """

    source: Extent | None
    inherited: bool
    cue: Extent | None
    parts: tuple[Extent, ...]
    form: Form
    rule: str
    outer: int | None = None

    @property
    def is_own(self) -> bool:
        """Whether the document says it for itself: its “I” or “we”, its concerns and advice."""
        return self.rule.startswith("own-")
