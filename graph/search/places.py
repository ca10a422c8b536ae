"""Where an entry stands in the index: one number of its kind, its thing and its part of it.

Names come first, then statements, then paragraphs, so that a kind is a stretch of numbers. The
thing's number is a hash of its id: an index brought up to date step by step equals a new one.
"""

import hashlib
from collections.abc import Iterable

NAMED = ("person", "organisation", "report", "case", "place", "law", "operation", "document")
BANDS = (*NAMED, "statement", "paragraph")
_PART, _THING = 23, 36
PARTS = 1 << _PART
THINGS = 1 << _THING
NUMBER = f"rowid >> {_PART} & {THINGS - 1}"
"""The number of the thing at a row, in SQL; `BAND` counts the bands from 1."""
BAND = f"rowid >> {_PART + _THING}"


def place(band: str, number: int, part: int = 0) -> int:
    """Return the place of one part of the thing with this number."""
    return ((BANDS.index(band) + 1) << _THING | number) << _PART | part


def stretch(first: str, last: str) -> tuple[int, int]:
    """Return the first and last place of these bands and all between them."""
    return place(first, 0), place(last, THINGS - 1, PARTS - 1)


def of_thing(band: str, number: int) -> tuple[int, int]:
    """Return the first and last place of one thing."""
    return place(band, number), place(band, number, PARTS - 1)


def band_of(place_: int) -> str:
    """Return the band of a place."""
    return BANDS[(place_ >> _PART + _THING) - 1]


def number_of(place_: int) -> int:
    """Return the number of the thing that stands at a place."""
    return place_ >> _PART & THINGS - 1


def number_for(id_: str) -> int:
    """Return the number that the thing with this id has, unless another has it already."""
    return int.from_bytes(hashlib.sha256(id_.encode("utf-8", "replace")).digest()[:8]) % THINGS


def mask(bands: Iterable[str]) -> int:
    """Return the bands as bits, as `BAND` counts them."""
    return sum(1 << BANDS.index(band) + 1 for band in set(bands))
