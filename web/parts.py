"""A long text in parts: runs of whole paragraphs, so that a browser need not hold a book.

A text of an ordinary length is one part. A paragraph is never cut, however long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

#: Code points of a text that is shown whole: about 20,000 words.
WHOLE = 130_000
#: Code points that a part of a longer text holds at most: about 10,000 words.
PART = 65_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part, numbered from 1: its paragraphs `first` to `last`, its offsets in the text."""

    number: int
    first: int
    last: int
    start: int
    end: int


def parts(spans: Sequence[tuple[int, int]], length: int) -> tuple[Part, ...]:
    """Return the parts of a text of this length, whose paragraphs stand at `spans`.

    Together they hold the whole text; a text without paragraphs has one part, which is empty.
    """
    firsts = [1]
    for number, (_, end) in enumerate(spans, 1):
        begun = spans[firsts[-1] - 1][0]
        if length > WHOLE and number > firsts[-1] and end - begun > PART:
            firsts.append(number)
    starts = [0, *(spans[first - 1][0] for first in firsts[1:])]
    lasts = [*(first - 1 for first in firsts[1:]), len(spans)]
    return tuple(
        Part(number=number, first=first, last=last, start=start, end=end)
        for number, (first, last, start, end) in enumerate(
            zip(firsts, lasts, starts, [*starts[1:], length], strict=True), 1
        )
    )


def part_at(found: Sequence[Part], offset: int) -> Part:
    """Return the part in which a place of the text stands; the last for one beyond the text."""
    return next((part for part in found if offset < part.end), found[-1])
