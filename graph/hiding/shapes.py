"""The shapes in which a name stands in a text, as patterns over its legible reading."""

import re
from collections.abc import Iterable, Iterator

from graph.hiding.titles import before_names

NOTHING = re.compile(r"(?!)")
_BETWEEN = r"(?:%20|[\W_]){0,3}"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_INITIALS = r"(?:[A-Z]\.[ \u00a0]?){0,3}"
# Scripts that put no blank between words begin here.
_UNPARTED = "\u2e80"


def any_of(shapes: Iterable[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    """Return a pattern of any of these shapes, as words of their own."""
    ordered = sorted(set(shapes), key=lambda shape: (-len(shape), shape))
    if not ordered:
        return NOTHING
    parted = "|".join(shape for shape in ordered if shape[0] < _UNPARTED)
    run_on = [shape for shape in ordered if shape[0] >= _UNPARTED]
    bounded = f"{_NO_LETTER_BEFORE}(?:{parted}){_NO_LETTER_AFTER}" if parted else ""
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    return re.compile("|".join(filter(None, (bounded, *run_on))), flags)


def whole(names: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield whole names, however they are set, in either order of first and last."""
    for name in names:
        for order in (name, (name[-1], *name[:-1])):
            yield _BETWEEN.join(map(_shape, order))


def lone(words: Iterable[str], surnames: Iterable[str], titled: Iterable[str]) -> Iterator[str]:
    """Yield words that name by themselves, as they are written or in capitals.

    `surnames` among them with the initials before them and in the plural; `titled`: behind a
    title.
    """
    family = frozenset(surnames)
    for word in words:
        for form in (word, word.upper()):
            grows = word in family and word[0] < _UNPARTED
            yield f"{_INITIALS}{_shape(form)}[sS]?" if grows else _shape(form)
    titles = "|".join(sorted(before_names()))
    for word in titled:
        for form in (word, word.upper()):
            yield rf"(?:{titles})\.?\s+{_INITIALS}{_shape(form)}"


def address(words: Iterable[str], surnames: Iterable[str]) -> Iterator[str]:
    """Yield words as they stand in addresses: an initial before a surname, a plain s behind."""
    known = sorted(words)
    initials = "".join(sorted({word[0] for word in known if word[0].isalpha()}))
    yield from (f"{_shape(word)}s?" for word in known)
    yield from (rf"[{initials}][\W_]?{_shape(word)}s?" for word in surnames)


def _shape(word: str) -> str:
    """Return a word whose apostrophes and hyphens may be left out, or be other signs."""
    return "".join(
        r"(?:%27|[\W_])?" if sign in "'-" else re.escape(sign) for sign in word
    )  # fmt: skip
