"""Near-identical documents as one origin: a press release in five places is said once.

Kept to what the texts share; which of them was first is for whoever knows their dates.
"""

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

SHARED = 0.8  # of the shorter text's shingles, so that a headline or a note may differ
RESEMBLANCE = 0.5  # of the longer text's: a digest that holds a whole release is no copy of it
_WORDS = 5  # in a shingle
_SHORTEST = 20  # shingles: shorter texts are one origin only where they are the same
_ENOUGH = 0.5  # of the sample: a pair that shares less is not looked at whole
_HOLDERS = 64  # texts remembered for one shingle: common phrases would cost the square of them
# A short text has too few shingles to sample, a long one too many to remember. Of a long text
# one shingle in four is kept, the same in all texts (Broder 1997, sampling modulo m).
_SHORT, _LONG, _EVERY = 200, 100, 4

Shingles = frozenset[int]
Sample = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is remembered of a text: a digest of its words, how many shingles, which are `kept`.

    All are where they are at most `_SHORT`, else the sample. It depends on the text alone.
    """

    words: bytes
    size: int
    kept: "array[int]"

    @classmethod
    def of(cls, text: str) -> "Outline":
        """Return the outline of a text."""
        words = _words(text)
        shingles = frozenset(_shingles(words))
        kept = shingles if len(shingles) <= _SHORT else filter(_is_sampled, shingles)
        digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()
        return cls(words=digest, size=len(shingles), kept=array("Q", sorted(kept)))


def origins(outlines: Mapping[str, Outline], text: Callable[[str], str]) -> dict[str, str]:
    """Return the origin of each document: the first id, in order, of those that are one text.

    Two texts are one where the shorter shares `SHARED` of its runs of five words with the longer,
    and those are `RESEMBLANCE` of the longer's. The result does not depend on the order given.
    `text` is asked only for documents that look alike by their outlines.
    """
    joined = _Joined(outlines)
    whole: dict[bytes, str] = {}
    short, long = _Index(), _Index()
    for document, outline in sorted(outlines.items()):
        same = whole.setdefault(outline.words, document)
        if same != document:
            joined.join(same, document)
            continue
        samples = tuple(zip((short, long), _samples(outline), strict=True))
        near = sorted({other for index, sample in samples for other in index.alike(sample)})
        mine: Shingles | None = None
        for other in near:
            if joined.find(other) == joined.find(document):
                continue
            mine = mine or _whole(document, outlines, text)
            if _are_one(_whole(other, outlines, text), mine):
                joined.join(other, document)
        for index, sample in samples:
            index.add(document, sample)
    return {document: joined.find(document) for document in outlines}


class _Joined:
    """Documents that were found to be one, each set known by its first id."""

    def __init__(self, documents: Iterable[str]) -> None:
        self._above = {document: document for document in documents}

    def find(self, document: str) -> str:
        while self._above[document] != document:
            self._above[document] = self._above[self._above[document]]
            document = self._above[document]
        return document

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._above[second] = first


@dataclass(slots=True)
class _Index:
    """Which documents hold a shingle, of those that were added with a sample."""

    holders: dict[int, list[str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def add(self, document: str, sample: Sample) -> None:
        """Remember which document these shingles are of."""
        for one in sample:
            holders = self.holders.setdefault(one, [])
            if len(holders) < _HOLDERS:
                holders.append(document)
        self.sizes[document] = len(sample)

    def alike(self, sample: Sample) -> list[str]:
        """Return the documents that may share enough with these shingles."""
        lists = filter(None, map(self.holders.get, sample))
        shared = Counter(chain.from_iterable(lists))
        most, sizes = _ENOUGH * len(sample), self.sizes
        return [
            other
            for other, count in shared.items()
            if count >= most or count >= _ENOUGH * sizes[other]
        ]


def _samples(outline: Outline) -> tuple[Sample, Sample]:
    """Return the shingles for the index of short texts, and for that of long ones."""
    short: Sample = outline.kept if outline.size <= _SHORT else ()
    long = tuple(filter(_is_sampled, outline.kept)) if outline.size >= _LONG else ()
    return short, long


def _is_sampled(shingle: int) -> bool:
    return shingle % _EVERY == 0


def _whole(document: str, outlines: Mapping[str, Outline], text: Callable[[str], str]) -> Shingles:
    outline = outlines[document]
    if outline.size <= _SHORT:
        return frozenset(outline.kept)
    return frozenset(_shingles(_words(text(document))))


def _are_one(one: Shingles, other: Shingles) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    shared = len(one & other)
    return shorter >= _SHORTEST and shared >= SHARED * shorter and shared >= RESEMBLANCE * longer


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _shingles(words: list[str]) -> Iterator[int]:
    """Yield a hash for each run of words, the same in every process and on every machine."""
    for begin in range(len(words) - _WORDS + 1):
        run = " ".join(words[begin : begin + _WORDS]).encode("utf-8", "surrogatepass")
        yield int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")
