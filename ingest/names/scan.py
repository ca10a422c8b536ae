"""The words of a reading, with what names need to know of each: its place and what precedes."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ingest.reading import Extent, Paragraph, Reading

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|&")
_OPENS = re.compile(r"[.!?:…“”\"‘\[(;•|]|[–—]|--|\n")
_ABBREVIATED = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Rev",
        "Revd",
        "St",
        "Sgt",
        "Insp",
        "Supt",
        "Cllr",
        "Hon",
        "No",
    ]
)
_ENDED = re.compile(r"[.!?;][”’\"')\]]*\s*$")
_LABEL = re.compile(r"^[ \t]*(?P<label>[A-Z][A-Z .’'-]{2,50}):", re.MULTILINE)
# Who is called or asks, in capitals: “MS ANN ROE (sworn)”, “Questions from MR PENN”.
_TITLED = re.compile(r"(?:MR|MRS|MS|MISS|DR|SIR|DAME|LORD|LADY|PROF|PROFESSOR|REV|BARONESS)\b")
_CALLED = re.compile(
    r"^[ \t]*(?:(?i:(?:further )?(?:questions|questioned|examination|examined|cross-examination"
    r"|re-examination|cross-examined|evidence)[^\n]{0,20}? (?:from|by|of)) )?"
    r"(?P<label>[A-Z][A-Z .’'-]{4,50}?)"
    r"(?= *(?:\((?i:sworn|affirmed|recalled|called|continued)[^\n)]*\))?$)",
    re.MULTILINE,
)
# A list of names is no headline, though every word in it is capital.
_ATTENDING = re.compile(
    r"(?i)(?:\w+ ){0,3}?(?:present|witness(?:es)?|attendance|attending|attended|apologies)\b"
    r"[^\n]{0,30}?:"
    r"|[^\n;]{3,80};[^\n]*"
)
_TITLE_CASE = 0.6


class Word(NamedTuple):
    """One word. `text` has plain apostrophes; `bare` is without a possessive, ending at `stop`."""

    start: int
    end: int
    text: str
    bare: str
    stop: int
    opens: bool
    joined: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.stop < self.end


@dataclass(frozen=True)
class Scan:
    """A reading cut into words. `titled` holds the paragraphs in which Every Word Is Capital."""

    reading: Reading
    words: tuple[Word, ...]

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which words start."""
        return [word.start for word in self.words]

    @cached_property
    def ranges(self) -> tuple[tuple[Paragraph, int, int], ...]:
        """Each paragraph with the numbers of its first word and of the one after its last."""
        found = []
        for paragraph in self.reading.paragraphs:
            first = bisect_left(self.starts, paragraph.extent.start)
            found.append((paragraph, first, bisect_left(self.starts, paragraph.extent.end)))
        return tuple(found)

    def first(self, offset: int) -> int:
        """Return the number of the first word that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def extent(self, first: int, after: int) -> Extent:
        """Return the stretch of these words, without a possessive at the end."""
        return Extent(self.words[first].start, self.words[after - 1].stop)

    @cached_property
    def titled(self) -> tuple[Extent, ...]:
        """Paragraphs in which most long words are capital: capitals prove nothing there."""
        return tuple(
            paragraph.extent
            for paragraph, first, after in self.ranges
            if not _ENDED.search(self.reading.words(paragraph.extent))
            and not _ATTENDING.match(self.reading.words(paragraph.extent))
            and _title_case([word.text for word in self.words[first:after]])
        )

    @cached_property
    def labels(self) -> frozenset[int]:
        """The numbers of the words that label a turn in capitals: “MS ROE: I was.”."""
        found: set[int] = set()
        text = self.reading.text
        called = (match for match in _CALLED.finditer(text) if _TITLED.match(match["label"]))
        for match in chain(_LABEL.finditer(text), called):
            found.update(range(self.first(match.start("label")), self.first(match.end("label"))))
        return frozenset(found)


def scan(reading: Reading) -> Scan:
    """Return the words of a reading's text, in order."""
    text, end, before = reading.text, 0, ""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        gap, raw = text[end : match.start()], match.group().replace("’", "'")
        bare = raw[:-2] if raw.endswith(("'s", "'S")) and len(raw) > 2 else raw
        opens = not words or (bool(_OPENS.search(gap)) and not _abbreviates(before, gap))
        stop = match.start() + len(bare)
        words.append(Word(match.start(), match.end(), raw, bare, stop, opens, gap))
        end, before = match.end(), raw
    return Scan(reading, tuple(words))


def _abbreviates(before: str, gap: str) -> bool:
    """Whether the full stop in the gap belongs to an initial or an abbreviation."""
    return gap in (". ", ".") and (
        (len(before) == 1 and before.isupper()) or before in _ABBREVIATED
    )


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= 4 and capital > _TITLE_CASE * len(long)
