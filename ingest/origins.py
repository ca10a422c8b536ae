"""Near-identical documents as one origin: a press release in five places is said once.

Kept to what the texts share; which of them was first is for whoever knows their dates.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

SHARED = 0.8  # of the shorter text's shingles, so that a headline or a note may differ
RESEMBLANCE = 0.5  # of the longer text's: a digest that holds a whole release is no copy of it
_WORDS = 5  # in a shingle
_SHORTEST = 20  # shingles: shorter texts are one origin only where they are the same
_ENOUGH = 0.5  # of the sample: a pair that shares less is not looked at whole
_HOLDERS = 64  # texts remembered for one shingle: common phrases would cost the square of them

Shingles = frozenset[int]


def origins(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the origin of each document: the first id, in order, of those that are one text.

    Two texts are one where the shorter shares `SHARED` of its runs of five words with the longer,
    and those are `RESEMBLANCE` of the longer's. The result does not depend on the order of `texts`,
    of which two at a time are looked at, so that they may be read when they are asked for.
    """
    joined = _Joined(texts)
    whole: dict[bytes, str] = {}
    # A short text has too few shingles to sample, a long one too many to remember.
    indexes = (_Index(least=0, most=200, every=1), _Index(least=100, most=None, every=4))
    for document in sorted(texts):
        words = _words(texts[document])
        same = whole.setdefault(hashlib.sha256(" ".join(words).encode()).digest(), document)
        if same != document:
            joined.join(same, document)
            continue
        shingles = frozenset(_shingles(words))
        for other in sorted({one for index in indexes for one in index.alike(shingles)}):
            if joined.find(other) != joined.find(document) and _are_one(
                frozenset(_shingles(_words(texts[other]))), shingles
            ):
                joined.join(other, document)
        for index in indexes:
            index.add(document, shingles)
    return {document: joined.find(document) for document in texts}


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
    """Which documents hold a shingle, for texts of `least` to `most` of them.

    Of these, one in `every` is kept, the same in all texts (Broder 1997, sampling modulo m).
    """

    least: int
    most: int | None
    every: int
    holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, int] = field(default_factory=dict)

    def add(self, document: str, shingles: Shingles) -> None:
        """Remember which document these shingles are of."""
        sample = self._sample(shingles)
        self.sizes[document] = len(sample)
        for one in sample:
            if len(self.holders[one]) < _HOLDERS:
                self.holders[one].append(document)

    def alike(self, shingles: Shingles) -> list[str]:
        """Return the documents that may share enough with these shingles."""
        sample = self._sample(shingles)
        shared = Counter(other for one in sample for other in self.holders.get(one, ()))
        return [
            other
            for other, count in shared.items()
            if count >= _ENOUGH * min(len(sample), self.sizes[other])
        ]

    def _sample(self, shingles: Shingles) -> list[int]:
        if len(shingles) < self.least or (self.most is not None and len(shingles) > self.most):
            return []
        return [one for one in shingles if one % self.every == 0]


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
