"""Words as the full-text indexes keep and are asked for them: folded, free of query syntax.

Both engines' analysers leave accents and apostrophes in place, so folding is done here, once for
what is stored and once for what is asked.
"""

import re
import unicodedata

_APOSTROPHES = re.compile("[’'‘ʼ＇`´]")
_WORD = re.compile(r"\w+")
_MOST_WORDS = 16
# Lucene refuses a prefix of more than about a thousand characters.
_LONGEST = 64


def searchable(*texts: str) -> str:
    """Return the `search` property for these texts, one a line.

    A word with an apostrophe stands twice, closed up and split: `O’Brien` is found by `obrien`,
    `o'brien` and `brien`.
    """
    lines = (_line(text) for text in texts)
    return "\n".join(dict.fromkeys(line for line in lines if line))


def lucene_query(words: str) -> str:
    """Return a Lucene query that wants every word (or a word that begins so); "" without words.

    Only letters and digits survive, in lower case, so no sign or operator of the syntax can.
    """
    tokens = _WORD.findall(_APOSTROPHES.sub("", _fold(words)))[:_MOST_WORDS]
    cut = dict.fromkeys(token[:_LONGEST] for token in tokens)
    return " AND ".join(f"({token} OR {token}*)" for token in cut)


def _line(text: str) -> str:
    folded = _fold(text)
    closed = " ".join(_WORD.findall(_APOSTROPHES.sub("", folded)))
    split = [
        part
        for word in re.findall(r"[\w’'‘ʼ＇`´]+", folded)
        if _APOSTROPHES.search(word)
        for part in _WORD.findall(word)
    ]
    return " ".join([closed, *split]).strip()


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
