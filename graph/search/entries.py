"""A masked text as the index keeps it: its paragraphs, none longer than a few thousand signs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.explore.surroundings import paragraphs
from graph.search.places import PARTS

APART = "\x1f"
"""Stands between names, or between the parts of a statement: no phrase reaches over it."""
LONGEST = 4000
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words of a masked text from `start`; a long paragraph is several, cut between sentences.

    `number` counts paragraphs from 1; `page` is null where the source has no pages.
    """

    start: int
    words: str
    number: int
    page: int | None


def text_paragraphs(shown: str, pages: Sequence[int]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text in which protected names are masked already."""
    places = paragraphs(shown)
    # A text of millions of lines without a blank one: several share an entry.
    together = len(places) // (PARTS // 16) + 1
    for first in range(0, len(places), together):
        start, end = places[first][0], places[min(first + together, len(places)) - 1][1]
        for piece_start, piece_end in _pieces(shown, start, end):
            yield Paragraph(
                start=piece_start,
                words=shown[piece_start:piece_end],
                number=first + 1,
                page=bisect_right(pages, piece_start) if pages else None,
            )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        ends = list(_SENTENCE_END.finditer(text, start + LONGEST // 2, start + LONGEST))
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        cut = ends[-1].end() if ends else space or start + LONGEST
        yield start, cut
        start = cut
    yield start, end
