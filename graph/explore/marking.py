"""Where what was searched for stands in a text, accents, capitals and apostrophes aside."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from graph.search.folding import LONGEST, folded, plain
from graph.search.query import Query, Term

Stretch = tuple[int, int]
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_REST = re.compile(r"\w*")


def marks(text: str, query: Query) -> tuple[Stretch, ...]:
    """Return the stretches of text (code points) that match, in order and apart.

    Of a word of which only the beginning was asked for, the beginning is marked.
    """
    pattern = _pattern(query)
    if pattern is None:
        return ()
    found = [one.span() for one in pattern.finditer(folded(text))]
    places = _places(text)
    return tuple((places[start], places[end - 1] + 1) for start, end in found)


def _places(text: str) -> Sequence[int]:
    """Return for each sign of the folded text where in the text it comes from."""
    places: list[int] = []
    done = 0
    for found in _NOT_ASCII.finditer(text):
        if (many := len(plain(found[0]))) != 1:
            at = found.start()
            places.extend([*range(done, at), *[at] * many])
            done = at + 1
    return [*places, *range(done, len(text))] if done else range(len(text))


def excerpt(text: str, query: Query, *, width: int) -> str:
    """Return at most `width` code points around the most matches, cut between words.

    Words that are left out are shown as an ellipsis outside what is quoted.
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    first, end = _densest(marks(line, query), width * 2 // 3)
    low = max(0, min(first - width // 3, len(line) - width))
    # A very long word is cut, rather than the match left out.
    low = max(line.rfind(" ", max(0, low - width // 3), low) + 1, low and low - width // 3)
    low = max(low, min(end - width, first))
    high = low + width
    if high < len(line):
        space = line.rfind(" ", first + 1, high + 1)
        high = space if space > 0 else high
    return f"{'… ' if low else ''}{line[low:high]}{' …' if high < len(line) else ''}"


def reach(text: str, query: Query, *, width: int) -> Stretch:
    """Return the stretch of `text` to show as found: the most matches that lie near each other.

    It ends with a whole word; the whole text where nothing matches.
    """
    found = marks(text, query)
    if not found:
        return 0, len(text)
    first, _ = _densest(found, width)
    last = max(end for start, end in found if first <= start < first + width)
    return first, _REST.match(text, last).end()  # type: ignore[union-attr]  # it matches nothing too


def _densest(found: Sequence[Stretch], width: int) -> Stretch:
    """Return the mark from which on the most marks lie within `width`; the first of several."""
    starts = [start for start, _ in found]
    counts = [bisect_right(starts, start + width) - i for i, start in enumerate(starts)]
    return found[counts.index(max(counts))] if found else (0, 0)


@lru_cache(maxsize=64)
def _pattern(query: Query) -> re.Pattern[str] | None:
    """Return what finds any of the terms in folded text, the longest first; null without terms."""
    written = [_written(form, term) for term in query.terms for form in term.forms]
    return re.compile("|".join(sorted(written, key=len, reverse=True))) if written else None


def _written(form: tuple[str, ...], term: Term) -> str:
    words = r"\W+".join(form) if len(form) > 1 else "'?".join(form[0])
    whole = r"\w*" if len(form[-1]) == LONGEST else "" if term.beginning else r"(?!\w)"
    return rf"(?<!\w){words}{whole}"
