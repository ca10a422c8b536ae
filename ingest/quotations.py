"""Quotations: which words stand between quotation marks, over paragraphs and one in another.

A state machine over the marks alone. It forgives an opening mark printed as a closing one, tells
apostrophes from closing single marks, and carries a quotation over paragraphs that open again.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.reading import Extent, Paragraph

_MARK = re.compile(r"[“”„«»\"‘’]|''|'")
_DOUBLE = frozenset(("“", "”", "„", "«", "»", '"', "''"))
_OPEN = frozenset(("“", "„", "«", "‘"))
_CARRIED = frozenset(("body", "list"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words of one quotation, a part a paragraph; `marked` are the parts with their marks.

    `outer` is the index of the quotation it stands in.
    """

    parts: tuple[Extent, ...]
    marked: tuple[Extent, ...]
    outer: int | None


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet: where its mark and its words begin."""

    double: bool
    mark: int
    start: int
    before: list[tuple[Extent, Extent]] = field(default_factory=list)
    depth: int = 0


@dataclass(slots=True)
class _Scan:
    text: str
    stack: list[_Open] = field(default_factory=list)
    found: list[tuple[list[tuple[Extent, Extent]], int]] = field(default_factory=list)

    def close(self, quotation: _Open, end: int, after: int) -> None:
        """Keep a quotation whose words end at `end` and whose mark ends at `after`."""
        parts = [*quotation.before]
        words = Extent(quotation.start, end)
        if self.text[words.start : words.end].strip():
            parts.append((words, Extent(quotation.mark, after)))
        if parts:
            self.found.append((parts, quotation.depth))


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Return the quotations in the order of their first words, outer before inner."""
    scan = _Scan(text=text)
    story = [p for p in paragraphs if p.zone in _CARRIED]
    for paragraph, following in zip_longest(story, story[1:]):
        _paragraph(scan, paragraph.extent)
        _paragraph_end(scan, paragraph.extent, following)
    for paragraph in paragraphs:
        if paragraph.zone in {"headline", "crosshead"}:
            _paragraph(scan, paragraph.extent)
            scan.stack.clear()
    return _arranged(scan.found)


def _paragraph(scan: _Scan, extent: Extent) -> None:
    marks = list(_MARK.finditer(scan.text, extent.start, extent.end))
    closers = [m.start() for m in marks if m.group() not in _DOUBLE and _can_close(scan.text, m)]
    for position, mark in enumerate(marks):
        following = marks[position + 1] if position + 1 < len(marks) else None
        if scan.stack and mark.start() == extent.start and mark.group() != "''":
            scan.stack[-1].mark, scan.stack[-1].start = mark.start(), mark.end()
        elif mark.group() in _DOUBLE:
            _double(scan, mark)
        else:
            _single(scan, mark, following, closers)


def _double(scan: _Scan, mark: re.Match[str]) -> None:
    opened = [q for q in scan.stack if q.double]
    opens = mark.group() in _OPEN or _looks_opening(scan.text, mark)
    if opened and not (opens and _looks_opening(scan.text, mark)):
        while scan.stack[-1] is not opened[-1]:
            scan.stack.pop()  # a single mark that nothing closed was an apostrophe
        scan.close(scan.stack.pop(), mark.start(), mark.end())
    elif opens:
        if opened:  # where the other one should have ended nobody knows
            del scan.stack[scan.stack.index(opened[-1]) :]
        scan.stack.append(_new(scan, mark, double=True))


def _single(
    scan: _Scan, mark: re.Match[str], following: re.Match[str] | None, closers: list[int]
) -> None:
    top = scan.stack[-1] if scan.stack else None
    if top is not None and not top.double and _can_close(scan.text, mark):
        if not _is_possessive(scan.text, mark, following):
            scan.close(scan.stack.pop(), mark.start(), mark.end())
        return
    if mark.group() == "’" or not _looks_opening(scan.text, mark):
        return
    closed = bisect_left(closers, mark.end()) < len(closers)
    carried = mark.group() == "‘" and top is None
    if (closed or carried) and (top is None or top.double):
        scan.stack.append(_new(scan, mark, double=False))


def _new(scan: _Scan, mark: re.Match[str], *, double: bool) -> _Open:
    return _Open(double=double, mark=mark.start(), start=mark.end(), depth=len(scan.stack))


def _paragraph_end(scan: _Scan, extent: Extent, following: Paragraph | None) -> None:
    """Carry the open quotation over where the next paragraph opens again, else give it up.

    A quotation that opens after a colon or at the start and never closes ends with its paragraph:
    there the missing mark leaves no doubt about its words.
    """
    if not scan.stack:
        return
    quotation = _kept(scan, following)
    quotation.depth, scan.stack[:] = 0, [quotation]
    part = (Extent(quotation.start, extent.end), Extent(quotation.mark, extent.end))
    if following is not None and _reopens(scan.text, following.extent.start, quotation):
        quotation.before.append(part)
        return
    scan.stack.clear()
    before = scan.text[extent.start : quotation.mark].rstrip()[-1:]
    if quotation.double and (quotation.before or before in {"", ":", ","}):
        scan.close(quotation, extent.end, extent.end)


def _kept(scan: _Scan, following: Paragraph | None) -> _Open:
    """Return the open quotation that may go on: the one whose mark the next paragraph repeats."""
    if following is not None:
        for quotation in scan.stack:
            if _reopens(scan.text, following.extent.start, quotation):
                return quotation
    return next((q for q in scan.stack if q.double), scan.stack[0])


def _reopens(text: str, start: int, quotation: _Open) -> bool:
    mark = _MARK.match(text, start)
    if mark is None or text[mark.end() : mark.end() + 1].isspace():
        return False
    return (mark.group() in _DOUBLE) == quotation.double


def _looks_opening(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end() : mark.end() + 1]
    return (before.isspace() or before in '([—–-“‘"/') and bool(after) and not after.isspace()


def _can_close(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1] if mark.start() else " "
    return mark.group() != "‘" and not after.isalnum() and not before.isspace()


def _is_possessive(text: str, mark: re.Match[str], following: re.Match[str] | None) -> bool:
    """Return whether the mark after an “s” (victims’) is an apostrophe: another one closes."""
    if following is None or text[mark.start() - 1] not in "sS":
        return False
    return following.group() not in _DOUBLE and _can_close(text, following)


def _arranged(found: list[tuple[list[tuple[Extent, Extent]], int]]) -> tuple[Quotation, ...]:
    ordered = sorted(found, key=lambda item: (item[0][0][1].start, item[1]))
    holders: list[int] = []
    arranged: list[Quotation] = []
    for pairs, depth in ordered:
        parts, marked = zip(*pairs, strict=True)
        del holders[depth:]
        inside = [n for n in holders if arranged[n].marked[-1].end >= marked[-1].end]
        outer = inside[-1] if inside and depth else None
        holders = [*inside, len(arranged)]
        arranged.append(Quotation(parts=parts, marked=marked, outer=outer))
    return tuple(arranged)
