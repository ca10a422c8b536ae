"""Words as they are searched for: without accents, capitals and the many shapes of an apostrophe.

The same folding is done to what is kept and to what is asked, so no engine's analyser is relied on.
A word with an apostrophe is kept in its parts (`o brien`), and beside them closed up (`obrien`).
"""

import re
import unicodedata
from functools import cache

from graph.hiding.legible import APOSTROPHES

LONGEST = 64
"""A word is kept and asked for by its first so many letters."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\w+(?:'\w+)+")
_KEY = 200


def folded(text: str) -> str:
    """Return the text in small letters, without accents and invisible signs, apostrophes as `'`."""
    return _NOT_ASCII.sub(lambda sign: plain(sign[0]), text.lower()).replace("`", "'")


@cache
def plain(sign: str) -> str:
    """Return what one sign folds to: none, one or several."""
    if sign in APOSTROPHES:
        return "'"
    # Decomposing may give capitals again (℡), so case is folded before and after.
    decomposed = unicodedata.normalize("NFKD", sign.lower().casefold()).casefold()
    return "".join(
        one
        for one in decomposed
        if not unicodedata.combining(one) and unicodedata.category(one) != "Cf"
    )


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; one with an apostrophe as its parts."""
    return tuple(word[:LONGEST] for word in _WORD.findall(folded(text)))


def closed(text: str) -> tuple[str, ...]:
    """Return the words of a text that have an apostrophe, folded and closed up."""
    return tuple(w.replace("'", "")[:LONGEST] for w in _JOINED.findall(folded(text)))


def closed_up(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; one with an apostrophe closed up."""
    return tuple(word[:LONGEST] for word in _WORD.findall(folded(text).replace("'", "")))


def name_key(text: str) -> str:
    """Return what names are compared by, whole or by their beginning."""
    return " ".join(closed_up(text))[:_KEY]


def searchable(*texts: str) -> str:
    """Return the graph's `search` property for these texts, one a line, for Cypher's full text.

    A word with an apostrophe stands twice, closed up and in its parts: `O’Brien` is found by
    `obrien`, `o'brien` and `brien`.
    """
    lines = (_line(text) for text in texts)
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _line(text: str) -> str:
    parts = [part for word in _JOINED.findall(folded(text)) for part in word.split("'")]
    return " ".join([*closed_up(text), *parts])
