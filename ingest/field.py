"""What a source is resolved among: the mentions of a text, its quotations, and who spoke before.

Words inside quotations name whom their speaker speaks of, not who goes on speaking: they count
only for a pronoun in the same quotation.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.names import Names
from ingest.reading import Attribution, Extent, Named, Reading
from ingest.tokens import sentences

# Paragraphs looked back over, counting only those that name somebody who fits.
_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The mentions among which a pronoun is resolved.

    `quoted` are the direct parts in order, `starts` the offsets at which paragraphs start.
    """

    reading: Reading
    names: Names
    mentions: tuple[Named, ...]
    quoted: tuple[Extent, ...]
    starts: tuple[int, ...]

    def inside(self, extent: Extent) -> tuple[Named, ...]:
        """Return the mentions inside a stretch, in order."""
        first = bisect_left(self.mentions, extent.start, key=lambda n: n.extent.start)
        after = bisect_left(self.mentions, extent.end, key=lambda n: n.extent.start)
        return tuple(n for n in self.mentions[first:after] if n.extent.end <= extent.end)

    def outside_quotations(self, found: Sequence[Named]) -> list[Named]:
        """Return the mentions that stand in no quotation."""
        return [named for named in found if not self.is_quoted(named.extent)]

    def is_quoted(self, extent: Extent) -> bool:
        """Return whether a stretch stands in a quotation."""
        at = bisect_left(self.quoted, extent.start + 1, key=lambda part: part.start) - 1
        return any(extent.within(part) for part in self.quoted[max(0, at - 1) : at + 1])

    def paragraph(self, extent: Extent) -> int:
        """Return the number of the paragraph after the one that holds this stretch."""
        return bisect_left(self.starts, extent.start + 1)

    def own_paragraph(self, extent: Extent) -> Extent:
        """Return the paragraph that holds this stretch, or all before the first one."""
        number = self.paragraph(extent) - 1
        return self.reading.paragraphs[number].extent if number >= 0 else Extent(0, extent.end)

    def back(self, pronoun: Extent, outer: Extent | None) -> list[Extent]:
        """Return the sentences before the pronoun, its own first, the nearest next.

        `outer`: the quotation the pronoun stands in; then only its words are looked at.
        """
        reading, last = self.reading, self.paragraph(pronoun)
        if outer is not None:
            return sentences(reading.text, Extent(outer.start, pronoun.start))[::-1]
        found: list[Extent] = []
        for paragraph in reading.paragraphs[max(0, last - _PARAGRAPHS) : last]:
            if paragraph.zone in ("body", "list") or not found:
                end = min(paragraph.extent.end, pronoun.start)
                if paragraph.extent.start < end:
                    found += sentences(reading.text, Extent(paragraph.extent.start, end))
        return found[::-1]


def field_of(reading: Reading, names: Names, attributions: Sequence[Attribution]) -> Field:
    """Return the field of a document whose words have been attributed."""
    quoted = [part for a in attributions if a.form == "direct" for part in a.parts]
    mentions = sorted((*names.mentions, *names.masked), key=lambda named: named.extent)
    return Field(
        reading=reading,
        names=names,
        mentions=tuple(mentions),
        quoted=tuple(sorted(quoted)),
        starts=tuple(paragraph.extent.start for paragraph in reading.paragraphs),
    )


class Heard(NamedTuple):
    """Who was found behind a source phrase so far: keys, empty where unresolved.

    `document`: a text spoke, whoever made it.
    """

    source: Extent
    keys: tuple[str, ...]
    document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A sentence before a pronoun: whom it names outside quotations, and who speaks in it.

    `beside`: it stands in the pronoun's paragraph; `quoted`: it begins inside a quotation.
    """

    sentence: Extent
    found: tuple[Named, ...]
    spoke: tuple[Heard, ...]
    beside: bool
    quoted: bool


def look(
    field: Field, pronoun: Extent, sentence: Extent, outer: Extent | None, heard: Sequence[Heard]
) -> Seen:
    """Return a sentence as a pronoun sees it; `outer` is the quotation that the pronoun is in."""
    found = field.inside(sentence)
    return Seen(
        sentence=sentence,
        found=found if outer else tuple(field.outside_quotations(found)),
        spoke=() if outer else tuple(one for one in heard if one.source.within(sentence)),
        beside=outer is None and sentence.within(field.own_paragraph(pronoun)),
        quoted=outer is None and field.is_quoted(Extent(sentence.start, sentence.start + 1)),
    )
