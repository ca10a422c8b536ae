"""What kind of text a document is, by the signs in `lexicon/genres.yaml`; the user's word rules."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

import msgspec

from graph.model import Document, Genre
from ingest.lexicon.tables import table
from ingest.reading import Reading

GIVEN, NO_SIGN = "given", "genre/no-sign"
_HEAD, _TAIL, _MOST = 2_000, 1_500, 12_000  # characters
Where = Literal["head", "tail", "text", "title", "publisher", "media"]


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the table: a pattern that speaks for a genre with some weight.

    `share`: the least part of the lines that must match.
    """

    name: str
    genre: Genre
    weight: int
    where: Where
    pattern: str
    times: int = 1
    share: float = 0.0
    case: bool = False


class _Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    least: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The genre, and the name of the sign that weighed most for it (`genre/…`)."""

    genre: Genre
    method: str


def decide(reading: Reading, document: Document, *, given: Genre | None = None) -> Decision:
    """Return the genre of a document: the given one, else what most signs speak for."""
    if given is not None:
        return Decision(genre=given, method=GIVEN)
    found: dict[Genre, list[Sign]] = defaultdict(list)
    for sign in _found(_places(reading, document)):
        found[sign.genre].append(sign)
    if not found:
        return Decision(genre="other", method=NO_SIGN)
    # The first of equals wins: a table is read from top to bottom.
    genre = max(found, key=lambda each: sum(sign.weight for sign in found[each]))
    if sum(sign.weight for sign in found[genre]) < _table().least:
        return Decision(genre="other", method=NO_SIGN)
    strongest = max(found[genre], key=lambda sign: sign.weight)
    return Decision(genre=genre, method=f"genre/{strongest.name}")


def signs() -> tuple[Sign, ...]:
    """Return every sign, in the order of the table."""
    return _table().signs


def _places(reading: Reading, document: Document) -> dict[Where, str]:
    text = reading.text[:_MOST]
    return {
        "head": text[:_HEAD],
        "tail": reading.text[-_TAIL:],
        "text": text,
        "title": document.title or "",
        "publisher": document.publisher or "",
        "media": document.media_type,
    }


def _found(places: Mapping[Where, str]) -> list[Sign]:
    # Small letters once are many times faster than patterns that are blind to case.
    small = {where: text.lower() for where, text in places.items()}
    return [s for s in signs() if _stands(s, (places if s.case else small)[s.where])]


def _stands(sign: Sign, text: str) -> bool:
    if not text:
        return False
    lines = sum(1 for line in text.splitlines() if line.strip()) if sign.share else 0
    needed = max(sign.times, math.ceil(sign.share * lines))
    matches = re.finditer(sign.pattern, text, re.MULTILINE)
    return sum(1 for _ in islice(matches, needed)) == needed


@cache
def _table() -> _Signs:
    return msgspec.convert(table("genres"), _Signs)
