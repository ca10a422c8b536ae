"""A text as eyes read it: without accents and invisible signs, each letter with its place.

A name is the same name with its accents or without, with a soft hyphen in it, or broken over lines.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import Stretch

_MARKS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"[{_MARKS}]+")
_BROKEN = re.compile(f"[{_MARKS}]+|(?<=[^\\W\\d_])[-‐][ \\t]*\\r?\\n[ \\t]*(?=[^\\W\\d_])")
_LETTERS = (range(0xC0, 0x530), range(0x1E00, 0x2000))
APOSTROPHES = frozenset("’‘ʼ＇´′‛`")
_SIGNS = {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys("‐‑‒–−", "-")}
# Letters with a stroke are no letters with a mark to Unicode; people drop the stroke all the same.
_STROKES = dict(zip("øØłŁđĐħĦ", "oOlLdDhH", strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Legible:
    """One way to read a text; `places` of its signs in that text, null where none was left out."""

    text: str
    places: Sequence[int] | None = None

    def stretch(self, start: int, end: int) -> Stretch:
        """Return where in the text that was read this stretch stands, with the marks behind it."""
        return (start, end) if self.places is None else (self.places[start], self.places[end])


def readings(text: str) -> Iterator[Legible]:
    """Yield the ways to read a text: as it runs and, where lines break words, with these whole."""
    plain = text.translate(_table())
    yield _without(_UNSEEN, plain)
    if any(place.group()[0] in "-‐" for place in _BROKEN.finditer(plain)):
        yield _without(_BROKEN, plain)


def legible(text: str) -> str:
    """Return a text as it runs, without accents and invisible signs."""
    return _without(_UNSEEN, text.translate(_table())).text


def _without(signs: re.Pattern[str], text: str) -> Legible:
    if not signs.search(text):
        return Legible(text=text)
    gone = {place for found in signs.finditer(text) for place in range(*found.span())}
    places = [place for place in range(len(text)) if place not in gone]
    return Legible(text="".join(text[place] for place in places), places=[*places, len(text)])


@cache
def _table() -> dict[int, str]:
    table: dict[int, str] = str.maketrans({**_SIGNS, **_STROKES})
    for code in (code for letters in _LETTERS for code in letters):
        letter = unicodedata.normalize("NFD", chr(code))
        if len(letter) > 1 and all(map(unicodedata.combining, letter[1:])):
            table[code] = letter[0]
    return table
