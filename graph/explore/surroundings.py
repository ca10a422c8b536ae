"""The words around a passage, cut where a reader would: at a paragraph, a sentence or a word."""

import re
from bisect import bisect_right
from typing import NamedTuple

MOST = 200
_PARAGRAPH_END = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+")


class Surroundings(NamedTuple):
    """The words before and after, and the number of the paragraph, which counts from 1."""

    before: str
    after: str
    paragraph: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the stretches of text between blank lines; between line ends where none is blank."""
    end = _PARAGRAPH_END if _PARAGRAPH_END.search(text.strip()) else _LINE_END
    places, start = [], 0
    for found in end.finditer(text):
        places.append((start, found.start()))
        start = found.end()
    places.append((start, len(text)))
    return [(a, b) for a, b in places if text[a:b].strip()]


def surroundings(
    text: str, start: int, end: int, places: list[tuple[int, int]], *, most: int = MOST
) -> Surroundings:
    """Return the words around `text[start:end]`, at most `most` code points on either side.

    `places` are the paragraphs of the text. The words lie in the paragraphs in which the passage
    begins and ends.
    """
    first = _paragraph_at(places, start)
    last = _paragraph_at(places, end - 1)
    low = min(places[first][0], start) if places else start
    high = max(places[last][1], end) if places else end
    return Surroundings(
        before=text[_cut_before(text, low, start, most) : start],
        after=text[end : _cut_after(text, end, high, most)],
        paragraph=first + 1,
    )


def _paragraph_at(places: list[tuple[int, int]], offset: int) -> int:
    return max(0, bisect_right(places, (offset, len(places) and places[-1][1] + offset + 1)) - 1)


def _cut_before(text: str, low: int, start: int, most: int) -> int:
    if start - low <= most:
        return low
    window = text[start - most : start]
    sentence = _SENTENCE_END.search(window)
    word = re.search(r"\s+", window)
    cut = sentence or word
    return start - most + cut.end() if cut else start


def _cut_after(text: str, end: int, high: int, most: int) -> int:
    if high - end <= most:
        return high
    window = text[end : end + most]
    sentences = list(_SENTENCE_END.finditer(window))
    if sentences:
        return end + len(window[: sentences[-1].end()].rstrip())
    word = text.rfind(" ", end, end + most + 1) - end
    return end + max(word, 0)
