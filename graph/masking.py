"""Shows a text without the words that name protected people: a block for each of their letters.

Every other word keeps its place, so that spans still fit. Which stretches name them is found when
a document is read (`Document.masked`), and is kept without the words.
"""

import re
from collections.abc import Iterable

from graph.model import Stretch

BLOCK = "▇"
_LETTER = re.compile(r"[^\r\n]")


def masked(text: str, stretches: Iterable[Stretch]) -> str:
    """Return the text, as long as before, with a block for each character of the stretches.

    Line ends stay, so that paragraphs do.
    """
    shown, at = [], 0
    for start, end in stretches:
        shown += [text[at:start], _LETTER.sub(BLOCK, text[start:end])]
        at = end
    return "".join([*shown, text[at:]])


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches in order, those that touch or overlap as one."""
    kept: list[Stretch] = []
    for start, end in sorted(stretches):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)


def touches(start: int, end: int, stretches: Iterable[Stretch]) -> bool:
    """Return whether the words from `start` to `end` share a character with a stretch."""
    return any(start < after and first < end for first, after in stretches)
