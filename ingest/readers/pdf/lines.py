"""Lines into paragraphs: by the distance between lines, their size, and how they end.

A PDF knows letters at places and no paragraphs, so these are judged from the layout.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_ENDS = re.compile(r"[.!?:;…][”’\"')\]]*$|[”\"]$")
_ITEM = re.compile(r"^(?:[•●▪◦‣·–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)")
# Ends of words that are no words: what stands before such a one at a line's end is no word either.
_ENDINGS = frozenset([
    "tion", "tions", "tional", "sion", "sions", "ment", "ments", "mental", "ing", "ings", "ness",
    "ity", "ities", "ance", "ances", "ence", "ences", "ency", "ancy", "ible", "ibly", "ally",
    "ous", "ously", "ive", "ively", "ated", "ates", "ating", "ised", "ises", "ising", "ized",
    "izes", "izing", "ers", "ies", "ture", "tures", "cial", "tial", "tive", "tives",
])  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line and its box in points; `hyphenated`: its last word goes on in the next line.

    `page` counts from 0; `column` is 1 or 2 on a page of two, else 0; `alone`: a table's row.
    """

    words: str
    hyphenated: bool
    left: float
    right: float
    bottom: float
    size: float
    page: int = 0
    column: int = 0
    alone: bool = False

    def on(self, page: int) -> "Line":
        """Return the same line on this page."""
        return replace(self, page=page)


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Return the paragraphs that these lines of one page make up."""
    if not lines:
        return []
    pitch = _pitch(lines)
    margins = {
        column: max(line.right for line in lines if line.column == column)
        for column in {line.column for line in lines}
    }
    groups = [[lines[0]]]
    for above, below in pairwise(lines):
        if _parts(above, below, pitch=pitch, margin=margins[above.column]):
            groups.append([below])
        else:
            groups[-1].append(below)
    return groups


def over_pages(pages: list[list[list[Line]]]) -> list[list[Line]]:
    """Return the paragraphs of all pages; one that runs on over a page's end is one."""
    groups: list[list[Line]] = []
    for page in pages:
        if groups and page and _runs_on(groups[-1], page[0]):
            groups[-1] = [*groups[-1], *page[0]]
            groups += page[1:]
        else:
            groups += page
    return groups


def _runs_on(before: list[Line], after: list[Line]) -> bool:
    """Return whether a paragraph surely goes on: no sentence ends, and no new one begins."""
    last, first = before[-1], after[0]
    if last.alone or first.alone:
        return False
    if last.hyphenated:
        return True
    if abs(last.size - first.size) > 0.1 * max(last.size, first.size):
        return False
    return (
        not _ENDS.search(last.words) and first.words[0].islower() and not _ITEM.match(first.words)
    )


def joined(groups: list[list[Line]]) -> tuple[str, dict[int, int]]:
    """Return the text, paragraphs parted by a blank line, and the offset of each page in it."""
    known = set(re.findall(r"\w+", " ".join(line.words for group in groups for line in group)))
    pieces, length = list[str](), 0
    starts: dict[int, int] = {}
    for group in groups:
        for above, line in zip([None, *group], group, strict=False):
            mark = ("\n\n" if pieces else "") if above is None else _between(above, line, known)
            pieces += [mark, line.words]
            starts.setdefault(line.page, length + len(mark))
            length += len(mark) + len(line.words)
    return "".join(pieces), starts


def _between(above: Line, below: Line, known: set[str]) -> str:
    """Return what stands between two lines: a hyphen goes only where the whole word is sure."""
    if not above.hyphenated:
        return " "
    begun = re.findall(r"\w*$", above.words)[0]
    ending = re.findall(r"^\w*", below.words)[0]
    return "" if begun + ending in known or ending in _ENDINGS else "-"


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
    if above.alone or below.alone:
        return True
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
