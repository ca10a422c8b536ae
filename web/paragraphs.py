"""A text in paragraphs, cut where statements and names begin and end.

Statements may cross and nest; each paragraph becomes a flat row of tokens that opens and closes
them like tags, so that a template needs no arithmetic. Paragraphs are walked once from the first
to the last, with the marks that reach into them: looking through all marks for each takes a book
ten seconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.explore.document_parts import DocumentPart, NamedPlace
from graph.explore.views import Ref, StatementView


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
    """One paragraph, numbered from 1; `page` is the number of the page that begins with it.

    `begins` are the statements that begin in it, or, in the first of a part, came from before.
    """

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


def paragraphs(
    text: str,
    spans: Sequence[tuple[int, int]],
    part: DocumentPart,
    *,
    pages: Sequence[int] = (),
    chosen: Stretch | None = None,
) -> list[Paragraph]:
    """Return the paragraphs of a part, with statements, names and chosen words at their places.

    `spans` are the paragraphs of the whole text, `pages` the offsets at which pages begin.
    """
    marks = _marks(part, chosen)
    opening = {mark.id: mark.start for mark in marks if mark.first}
    ordered = sorted(part.statements, key=lambda s: (opening[s.id], -s.passages[-1].end, s.id))
    begun = [opening[one.id] for one in ordered]
    names = sorted(part.mentions, key=lambda one: (one.start, -one.end, one.thing.id))
    begin = [name.start for name in names]
    first = bisect_left(spans, (part.start, 0))
    last = bisect_left(spans, (part.end, 0))
    found, reaching, at = [], list[_Mark](), 0
    for number in range(first + 1, last + 1):
        start, end = spans[number - 1]
        reach = spans[number][0] if number < last else part.end
        while at < len(marks) and marks[at].start < end:
            reaching.append(marks[at])
            at += 1
        reaching = [mark for mark in reaching if mark.end > start]
        low = bisect_left(begun, start if number > first + 1 else part.start)
        named = names[bisect_left(begin, start) : bisect_left(begin, end)]
        found.append(
            Paragraph(
                number=number,
                page=_page_begun(pages, spans, number),
                begins=tuple(ordered[low : bisect_left(begun, reach)]),
                tokens=tuple(_tokens(text, start, end, reaching, named)),
            )
        )
    return found


def _marks(part: DocumentPart, chosen: Stretch | None) -> list[_Mark]:
    """Return what to mark within the part; a statement from before it opens where the part does."""
    marks = [mark for one in part.statements for mark in _of_statement(one, part)]
    if chosen is not None and max(chosen.start, part.start) < min(chosen.end, part.end):
        start, end = max(chosen.start, part.start), min(chosen.end, part.end)
        marks.append(_Mark(id=WORDS, start=start, end=end, first=True))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id))


def _of_statement(statement: StatementView, part: DocumentPart) -> Iterator[_Mark]:
    inside = [p for p in statement.passages if p.start < part.end and p.end > part.start]
    for position, passage in enumerate(inside):
        start, end = max(passage.start, part.start), min(passage.end, part.end)
        yield _Mark(id=statement.id, start=start, end=end, first=position == 0)


def _page_begun(pages: Sequence[int], spans: Sequence[tuple[int, int]], number: int) -> int | None:
    """Return the page on which a paragraph starts, if the one before started on another."""
    here = bisect_right(pages, spans[number - 1][0])
    before = bisect_right(pages, spans[number - 2][0]) if number > 1 else 0
    return here if pages and here != before else None


def _tokens(
    text: str, start: int, end: int, near: Sequence[_Mark], named: Sequence[NamedPlace]
) -> Iterator[Token]:
    spoken = _apart(name for name in named if name.end <= end)
    cuts = {start, end}
    cuts.update(max(mark.start, start) for mark in near)
    cuts.update(min(mark.end, end) for mark in near)
    cuts.update(edge for name in spoken for edge in (name.start, name.end))
    open_: list[_Mark] = []
    coming, names = list(reversed(near)), list(reversed(spoken))
    for left, right in pairwise(sorted(cuts)):
        active = [mark for mark in open_ if mark.end >= right]
        while coming and coming[-1].start <= left:
            active.append(coming.pop())
        yield from _turn(open_, active, left)
        open_ = active
        while names and names[-1].end <= left:
            names.pop()
        inside = names[-1] if names and names[-1].start <= left else None
        yield Token(text=text[left:right], thing=inside.thing if inside else None)
    yield from _turn(open_, [], end)


def _turn(before: list[_Mark], after: list[_Mark], at: int) -> Iterator[Token]:
    """Yield the closing and opening tokens between two neighbouring stretches of text."""
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] is after[kept]:
        kept += 1
    yield from (Token(closes=True) for _ in before[kept:])
    yield from (Token(opens=m.id, first=m.first and m.start == at) for m in after[kept:])


def _apart(names: Iterable[NamedPlace]) -> list[NamedPlace]:
    """Return names that do not overlap: of two that do, the one that comes first."""
    kept: list[NamedPlace] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
