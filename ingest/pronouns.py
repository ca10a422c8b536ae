"""Whom a pronoun means: the nearest person who fits, subject first, else nobody.

Words inside quotations name whom their speaker speaks of, not who goes on speaking: they count
only for a pronoun in the same quotation.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import EntityType
from ingest.names import Names
from ingest.names.lexicon import words
from ingest.reading import Extent, Named, Reading
from ingest.tokens import sentences

_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
PRONOUNS = frozenset([*_GENDERS, "they", "their", "it", "its", "who"])
# Sentences looked back over, counting only those that name somebody who fits.
_PARAGRAPHS = 4
_JOINED = 90


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
        return [named for named in found if not self._quoted(named.extent)]

    def _quoted(self, extent: Extent) -> bool:
        at = bisect_left(self.quoted, extent.start + 1, key=lambda part: part.start) - 1
        return any(extent.within(part) for part in self.quoted[max(0, at - 1) : at + 1])

    def paragraph(self, extent: Extent) -> int:
        """Return the number of the paragraph after the one that holds this stretch."""
        return bisect_left(self.starts, extent.start + 1)


def antecedents(field: Field, pronoun: Extent, outer: Extent | None = None) -> tuple[Named, ...]:
    """Return whom the pronoun at this place means; empty where that is not clear.

    `outer`: the quotation it stands in; then only its words are looked at.
    """
    word = field.reading.words(pronoun).lower()
    if word == "who":
        return _before_who(field, pronoun)
    for sentence in _back(field, pronoun, outer):
        found = field.inside(sentence)
        if outer is None:
            found = tuple(field.outside_quotations(found))
        if word in ("they", "their"):
            pair = _pair(field, found)
            if pair or found:
                return pair
            continue
        wanted: EntityType = "organisation" if word in ("it", "its") else "person"
        fitting = [n for n in found if n.type == wanted and _agrees(field, n, word)]
        if fitting:
            return _subject(field, sentence, fitting, word)
    return ()


def _back(field: Field, pronoun: Extent, outer: Extent | None) -> list[Extent]:
    """Return the sentences before the pronoun, its own first, the nearest next."""
    reading, last = field.reading, field.paragraph(pronoun)
    if outer is not None:
        found = sentences(reading.text, Extent(outer.start, pronoun.start))
        return found[::-1]
    found = []
    for paragraph in reading.paragraphs[max(0, last - _PARAGRAPHS) : last]:
        if paragraph.zone in ("body", "list") or not found:
            end = min(paragraph.extent.end, pronoun.start)
            if paragraph.extent.start < end:
                found += sentences(reading.text, Extent(paragraph.extent.start, end))
    return found[::-1]


def _agrees(field: Field, named: Named, word: str) -> bool:
    wanted = _GENDERS.get(word)
    return wanted is None or field.names.genders.get(named.key, wanted) == wanted


def _subject(field: Field, sentence: Extent, fitting: list[Named], word: str) -> tuple[Named, ...]:
    """Return the only one who fits, or the first if it opens the sentence and is not in doubt."""
    keys = {named.key for named in fitting}
    if len(keys) == 1:
        return (fitting[0],)
    settled = [n for n in fitting if field.names.genders.get(n.key) == _GENDERS.get(word)]
    if len({named.key for named in settled}) == 1:
        return (settled[0],)
    first = fitting[0]
    before = field.reading.words(Extent(sentence.start, first.extent.start)).lower().split()
    table = words().roles | words().role_parts | {"the", "of", "and"}
    return (first,) if table.issuperset(before) else ()


def _pair(field: Field, found: Sequence[Named]) -> tuple[Named, ...]:
    """Return two people joined by “and”, the latest of the sentence."""
    people = [named for named in found if named.type == "person" and named.level != "pronoun"]
    for one, other in reversed(list(pairwise(people))):
        between = field.reading.words(Extent(one.extent.end, other.extent.start))
        if one.key != other.key and len(between) < _JOINED and " and " in f"{between} ":
            return (one, other)
    return ()


def _before_who(field: Field, pronoun: Extent) -> tuple[Named, ...]:
    """Return the mention that “who” follows."""
    found = field.inside(_sentence_before(field, pronoun))
    if not found:
        return ()
    between = field.reading.words(Extent(found[-1].extent.end, pronoun.start))
    if between.strip() in ("", ","):
        return (found[-1],)
    people = [n for n in field.inside(_sentence_before(field, pronoun)) if n.type == "person"]
    again = " who " in between and len({named.key for named in people}) == 1
    return (people[0],) if again else ()


def _sentence_before(field: Field, pronoun: Extent) -> Extent:
    """Return the part of the pronoun's sentence that stands before it."""
    found = _back(field, pronoun, None)
    return found[0] if found else Extent(pronoun.start, pronoun.start)
