"""Running headers, footers and page numbers: what comes again at one place of many pages.

They are no words of the text, and would stand in the middle of its sentences.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from statistics import median

from ingest.readers.pdf.pages import Page

_DEPTH = 3  # rows from the edge
_MARGIN = 0.12  # of the page's height
_PAGES = 3  # at least with the same words
_NEAR = 8  # points: two rows at one place
_NUMBER = re.compile(r"^\W*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """A row near the top or bottom edge of a page; `row` is its index on that page.

    `nearer` are the rows between it and the edge.
    """

    page: int
    row: int
    nearer: tuple[int, ...]
    bottom: float
    words: str


def without_margins(pages: list[Page]) -> tuple[list[Page], tuple[str, ...]]:
    """Return the pages without running lines, and what these say, with how many pages have it."""
    gone: dict[int, set[int]] = defaultdict(set)
    left_out: list[str] = []
    for edges in (_edges(pages, top=True), _edges(pages, top=False)):
        for depth in range(_DEPTH):
            # A row is at the edge when everything nearer to it is gone.
            here = [
                edge
                for edge in edges
                if len(edge.nearer) == depth and gone[edge.page].issuperset(edge.nearer)
            ]
            for group in _running(here):
                for edge in group:
                    gone[edge.page].add(edge.row)
                left_out.append(f"{group[0].words} ({len(group)} pages)")
    kept = [
        replace(page, rows=[row for at, row in enumerate(page.rows) if at not in gone[number]])
        for number, page in enumerate(pages)
    ]
    return kept, tuple(left_out)


def _edges(pages: list[Page], *, top: bool) -> list[_Edge]:
    edges: list[_Edge] = []
    for number, page in enumerate(pages):
        nearest = _nearest(page, top=top)
        rows = tuple(at for _, at in nearest)
        edges += [
            _Edge(page=number, row=at, nearer=rows[:depth], bottom=bottom, words=_words(page, at))
            for depth, (bottom, at) in enumerate(nearest)
        ]
    return edges


def _nearest(page: Page, *, top: bool) -> list[tuple[float, int]]:
    """Return the rows nearest to the edge and within the margin, nearest first."""
    rows = sorted(((row[0].bottom, at) for at, row in enumerate(page.rows)), reverse=top)[:_DEPTH]
    limit = page.height * (1 - _MARGIN if top else _MARGIN)
    return [(bottom, at) for bottom, at in rows if (bottom > limit if top else bottom < limit)]


def _running(edges: list[_Edge]) -> list[list[_Edge]]:
    """Return the groups of rows that are running: the same words, or the page's number."""
    same: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        same[edge.words.casefold()].append(edge)
    numbered: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        for number in re.finditer(r"\d{1,4}", edge.words):
            around = edge.words[: number.start()], edge.words[number.end() :]
            numbered["#".join(around).casefold(), int(number.group()) - edge.page].append(edge)
    groups = [_at_one_place(group) for group in (*same.values(), *numbered.values())]
    found, seen = list[list[_Edge]](), set[_Edge]()
    for group in sorted(groups, key=len, reverse=True):
        bare = all(_NUMBER.match(edge.words) for edge in group)
        if len(group) >= (2 if bare else _PAGES) and not seen & set(group):
            found.append(group)
            seen |= set(group)
    return sorted(found, key=lambda group: (group[0].page, group[0].row))


def _at_one_place(group: list[_Edge]) -> list[_Edge]:
    middle = median(edge.bottom for edge in group)
    return [edge for edge in group if abs(edge.bottom - middle) <= _NEAR]


def _words(page: Page, at: int) -> str:
    return " ".join(piece.words for piece in page.rows[at])
