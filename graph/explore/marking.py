"""Where words that were searched for stand in a text, accents and capitals aside."""

import re
import unicodedata

Stretch = tuple[int, int]
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return the text without capitals and accents, sign for sign, so that offsets stay."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign.casefold())
    kept = "".join(one for one in base if not unicodedata.combining(one))
    return kept if len(kept) == 1 else sign


def marks(text: str, words: str) -> tuple[Stretch, ...]:
    """Return the stretches of text (code points) at which a word begins with one searched for."""
    beginnings = _WORD.findall(folded(words))
    found = []
    for word in _WORD.finditer(folded(text)):
        sizes = [len(one) for one in beginnings if word[0].startswith(one)]
        if sizes:
            found.append((word.start(), word.start() + max(sizes)))
    return tuple(found)


def excerpt(text: str, words: str, *, width: int) -> str:
    """Return at most `width` code points around the first match, cut between words.

    Words that are left out are shown as an ellipsis outside what is quoted.
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    first, end = next(iter(marks(line, words)), (0, 0))
    low = max(0, min(first - width // 3, len(line) - width))
    # A very long word is cut, rather than the match left out.
    low = max(line.rfind(" ", max(0, low - width // 3), low) + 1, low and low - width // 3)
    low = max(low, min(end - width, first))
    high = low + width
    if high < len(line):
        space = line.rfind(" ", first + 1, high + 1)
        high = space if space > 0 else high
    return f"{'… ' if low else ''}{line[low:high]}{' …' if high < len(line) else ''}"
