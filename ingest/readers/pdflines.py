"""Lines of a page into paragraphs: by the distance between lines, their size, and how they end.

A PDF knows letters at places and no paragraphs, so these are judged from the layout.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ENDS = re.compile(r"[.!?:;…][”’\"')\]]*$|[”\"]$")
_ITEM = re.compile(r"^(?:[•●▪◦‣·–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line and its box in points; `hyphenated`: its last word goes on in the next line."""

    words: str
    hyphenated: bool
    left: float
    right: float
    bottom: float
    size: float


def paragraphs(lines: list[Line]) -> list[str]:
    """Return the paragraphs that these lines of one page make up, each on one line."""
    if not lines:
        return []
    pitch = _pitch(lines)
    margin = max(line.right for line in lines)
    groups = [[lines[0]]]
    for above, below in pairwise(lines):
        if _parts(above, below, pitch=pitch, margin=margin):
            groups.append([below])
        else:
            groups[-1].append(below)
    known = set(re.findall(r"\w+", " ".join(line.words for line in lines)))
    return [_joined(group, known) for group in groups]


def _pitch(lines: list[Line]) -> float:
    """Return the usual distance between lines in points, from the smaller half of them.

    A page of few lines tells little, so the common spacing of 1.5 lines bounds what it says.
    """
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if 0 < above.bottom - below.bottom < 3 * below.size
    ]
    usual = median(sorted(steps)[: max(1, len(steps) // 2)]) if steps else 0
    return min(usual, 1.5 * lines[-1].size) if len(steps) < 3 else usual


def _parts(above: Line, below: Line, *, pitch: float, margin: float) -> bool:
    """Return whether a new paragraph begins between these two lines."""
    if above.hyphenated:
        return False
    if abs(above.size - below.size) > 0.1 * max(above.size, below.size):
        return True
    step = above.bottom - below.bottom
    if step > 1.35 * max(pitch, below.size) or _ITEM.match(below.words):
        return True
    ended = bool(_ENDS.search(above.words))
    if step < 0:  # the next column
        return ended
    short = margin - above.right > 0.15 * (margin - above.left)
    indented = below.left - above.left > below.size
    return ended and (short or indented)


def _joined(lines: list[Line], known: set[str]) -> str:
    """Return one paragraph; a hyphen at a line's end goes only if the page knows the whole word."""
    text = lines[0].words
    for above, below in pairwise(lines):
        if not above.hyphenated:
            text += f" {below.words}"
            continue
        word = re.findall(r"\w*$", text)[0] + re.findall(r"^\w*", below.words)[0]
        text += below.words if word in known else f"-{below.words}"
    return text
