"""Whom “he”, “she”, “they” and “who” mean: the nearest person who fits, else nobody.

Words inside quotations name whom their speaker speaks of, not who goes on speaking: they count
only for a pronoun in the same quotation. In doubt nobody is meant.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.names import Names
from ingest.names.lexicon import anonymous, words
from ingest.openings import SUBJECTS, unknown_human
from ingest.reading import Extent, Named, Reading
from ingest.tokens import sentences

_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
PRONOUNS = frozenset([*_GENDERS, "they", "their", "it", "its", "who"])
# Paragraphs looked back over, counting only those that name somebody who fits.
_PARAGRAPHS = 4
_JOINED = 90
_WHOSE = re.compile(r"[’']s?(?!\w)")


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


class Heard(NamedTuple):
    """Who was found behind a source phrase so far: keys, empty where unresolved.

    `document`: a text spoke, whoever made it.
    """

    source: Extent
    keys: tuple[str, ...]
    document: bool = False


def antecedents(
    field: Field, pronoun: Extent, outer: Extent | None = None, heard: Sequence[Heard] = ()
) -> tuple[Named, ...]:
    """Return whom a pronoun of a person at this place means; empty where that is not clear.

    `outer`: the quotation it stands in; then only its words are looked at. `heard`: who spoke
    before.
    """
    word = field.reading.words(pronoun).lower()
    if word == "who":
        return _before_who(field, pronoun)
    for sentence in field.back(pronoun, outer):
        found = field.inside(sentence)
        if outer is None:
            found = tuple(field.outside_quotations(found))
        if word in ("they", "their"):
            several = _several(field, found)
            if several or found:
                return several
            continue
        fitting = [n for n in found if n.type == "person" and _agrees(field, n, word)]
        opening = _opening_pronoun(field, sentence)
        if _GENDERS.get(opening, "none") == _GENDERS[word]:
            if fitting and _joins_others(field, sentence, fitting):
                return ()
            continue
        if fitting:
            return _meant(field, sentence, _speaking(sentence, fitting, heard), word)
        if unknown_human(field.reading.words(sentence)) and not found:
            return ()
    return ()


def _speaking(sentence: Extent, fitting: list[Named], heard: Sequence[Heard]) -> list[Named]:
    """Return those who speak in the sentence, where one does: she goes on before others."""
    keys = {key for one in heard if one.source.within(sentence) for key in one.keys}
    spoke = [named for named in fitting if named.key in keys]
    return spoke if len({named.key for named in spoke}) == 1 and len(keys) == 1 else fitting


def _opening_pronoun(field: Field, sentence: Extent) -> str:
    match = SUBJECTS.match(field.reading.text, sentence.start, sentence.end)
    return match["pronoun"].lower() if match is not None else ""


def _joins_others(field: Field, sentence: Extent, fitting: Sequence[Named]) -> bool:
    """Whether the sentence opens with “She and …” and another woman."""
    before = field.reading.words(Extent(sentence.start, fitting[0].extent.start))
    return " and " in f"{before} " and len(before) < _JOINED and not _verbs(before)


def _agrees(field: Field, named: Named, word: str) -> bool:
    """Whether the person may be meant: “Roe's deputy” means no Roe."""
    wanted = _GENDERS[word]
    owns = _WHOSE.match(field.reading.text, named.extent.end)
    return owns is None and field.names.genders.get(named.key, wanted) == wanted


def _meant(field: Field, sentence: Extent, fitting: list[Named], word: str) -> tuple[Named, ...]:
    """Return the only one who fits, or the subject of the sentence if it stands there alone."""
    if len({named.key for named in fitting}) == 1:
        return (fitting[0],)
    if _joined_people(field, fitting):
        return ()
    first = fitting[0]
    if _opens(field, sentence, first):
        return (first,)
    settled = [n for n in fitting if field.names.genders.get(n.key) == _GENDERS[word]]
    return (settled[0],) if len({named.key for named in settled}) == 1 else ()


def _opens(field: Field, sentence: Extent, named: Named) -> bool:
    """Whether nothing but a role stands between the start of the sentence and the name."""
    before = field.reading.words(Extent(sentence.start, named.extent.start))
    table = words().roles | words().role_parts | {"the", "of", "and", "but"}
    spoken = set(re.findall(r"[\w’'-]+", before))
    owners = {word for word in spoken if word.endswith(("'s", "’s"))}
    opening = words().openers
    small = {word.lower() for word in spoken - owners if word in opening or not word[0].isupper()}
    return table.issuperset(small) and not (owners and "," not in before)


def _several(field: Field, found: Sequence[Named]) -> tuple[Named, ...]:
    """Return two people joined by “and”, the latest of the sentence, or a group."""
    pair = _joined_people(field, found)
    if pair:
        return pair
    groups = {
        named.key: named
        for named in found
        if named.type == "person"
        and field.reading.words(named.extent).split()[-1].lower() in anonymous().groups
    }
    return tuple(groups.values()) if len(groups) == 1 and len(found) == 1 else ()


def _joined_people(field: Field, found: Sequence[Named]) -> tuple[Named, ...]:
    people = [named for named in found if named.type == "person" and named.level != "pronoun"]
    for one, other in reversed(list(pairwise(people))):
        between = field.reading.words(Extent(one.extent.end, other.extent.start))
        joined = len(between) < _JOINED and " and " in f"{between} "
        if one.key != other.key and joined and not _verbs(between):
            return (one, other)
    return ()


def _verbs(between: str) -> bool:
    """Whether a verb stands there, so that “and” joins sentences and not people."""
    table = words().speech | words().follow
    spoken = set(re.findall(r"[a-z]+", between)) - {"and", "then", "first", "also", "who"}
    return not table.isdisjoint(spoken)


def _before_who(field: Field, pronoun: Extent) -> tuple[Named, ...]:
    """Return the mention that “who” follows."""
    found = field.inside(_sentence_before(field, pronoun))
    if not found:
        return ()
    between = field.reading.words(Extent(found[-1].extent.end, pronoun.start))
    if between.strip() in ("", ","):
        return (found[-1],)
    people = [named for named in found if named.type == "person"]
    again = " who " in between and len({named.key for named in people}) == 1
    return (people[0],) if again else ()


def _sentence_before(field: Field, pronoun: Extent) -> Extent:
    """Return the part of the pronoun's sentence that stands before it."""
    found = field.back(pronoun, None)
    return found[0] if found else Extent(pronoun.start, pronoun.start)
