"""A document's text in paragraphs, cut where statements and names begin and end.

Statements may cross and nest; each paragraph becomes a flat row of tokens that opens and closes
them like tags, so that a template needs no arithmetic.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.explore import surroundings
from graph.explore.views import DocumentPage, NamedView, Ref, StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words that the address chose, as offsets into the text (code points)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One step through a paragraph: `opens` a statement, closes one (`closes`), or is text.

    `first` is true where a statement opens for the first time; text inside a name carries `thing`.
    """

    opens: str = ""
    first: bool = False
    closes: bool = False
    text: str = ""
    thing: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph, numbered from 1; `page` is the number of the page that begins with it."""

    number: int
    page: int | None
    begins: tuple[StatementView, ...]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stretch of text that belongs to a statement (`""` is never an id)."""

    id: str
    start: int
    end: int
    first: bool


WORDS = "words"
"""The id under which the words that the address chose are marked."""


def in_order(statements: Iterable[StatementView]) -> list[StatementView]:
    """Return statements as they stand in the text, an outer one before those within it."""
    return sorted(statements, key=lambda s: (s.passages[0].start, -s.passages[-1].end, s.id))


def paragraphs(page: DocumentPage, chosen: Stretch | None = None) -> list[Paragraph]:
    """Return the text in paragraphs, with statements, names and chosen words at their places."""
    marks = _marks(page.statements, chosen)
    names = sorted(page.mentions, key=lambda m: (m.start, -m.end))
    ordered = in_order(page.statements)
    result, spans = [], surroundings.paragraphs(page.text)
    for number, (start, end) in enumerate(spans, 1):
        reach = spans[number][0] if number < len(spans) else len(page.text)
        begins = tuple(s for s in ordered if start <= s.passages[0].start < reach)
        tokens = _tokens(page.text, start, end, marks, names)
        result.append(
            Paragraph(
                number=number,
                page=_page_begun(page.pages, spans, number),
                begins=begins,
                tokens=tuple(tokens),
            )
        )
    return result


def _marks(statements: Sequence[StatementView], chosen: Stretch | None) -> list[_Mark]:
    marks = [
        _Mark(id=statement.id, start=part.start, end=part.end, first=position == 0)
        for statement in statements
        for position, part in enumerate(statement.passages)
    ]
    if chosen is not None and chosen.start < chosen.end:
        marks.append(_Mark(id=WORDS, start=chosen.start, end=chosen.end, first=True))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id))


def _page_begun(pages: Sequence[int], spans: list[tuple[int, int]], number: int) -> int | None:
    """Return the page on which a paragraph starts, if the one before started on another."""
    here = bisect_right(pages, spans[number - 1][0])
    before = bisect_right(pages, spans[number - 2][0]) if number > 1 else 0
    return here if pages and here != before else None


def _tokens(
    text: str, start: int, end: int, marks: list[_Mark], names: list[NamedView]
) -> Iterator[Token]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    spoken = _apart([name for name in names if start <= name.start and name.end <= end])
    cuts = {start, end}
    cuts.update(max(mark.start, start) for mark in near)
    cuts.update(min(mark.end, end) for mark in near)
    cuts.update(edge for name in spoken for edge in (name.start, name.end))
    open_: list[_Mark] = []
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        active = [mark for mark in near if mark.start <= left and mark.end >= right]
        yield from _turn(open_, active, left)
        open_ = active
        inside = next((n for n in spoken if n.start <= left and n.end >= right), None)
        yield Token(text=text[left:right], thing=inside.thing if inside else None)
    yield from _turn(open_, [], end)


def _turn(before: list[_Mark], after: list[_Mark], at: int) -> Iterator[Token]:
    """Yield the closing and opening tokens between two neighbouring stretches of text."""
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] is after[kept]:
        kept += 1
    yield from (Token(closes=True) for _ in before[kept:])
    yield from (Token(opens=m.id, first=m.first and m.start == at) for m in after[kept:])


def _apart(names: list[NamedView]) -> list[NamedView]:
    """Return names that do not overlap: of two that do, the one that starts first and is longer."""
    kept: list[NamedView] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
