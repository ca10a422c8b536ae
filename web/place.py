"""The place in a query that a refusal is about, as page and terminal mark it."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+|\S|$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One line of a query in three parts, `word` being what does not fit ("" at its end).

    `indent` is what stands before the word, blanked: put before a sign it points at the word.
    """

    before: str
    word: str
    after: str

    @property
    def indent(self) -> str:
        """Blanks as wide as `before`; tabs stay tabs."""
        return re.sub(r"[^\t]", " ", self.before)


def marked(cypher: str, line: int, column: int) -> Marked | None:
    """Return the line with its place, counted from 1; null where the query has no such place."""
    lines = cypher.split("\n")
    if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
        return None
    text, start = lines[line - 1], column - 1
    found = _WORD.match(text, start)
    end = found.end() if found else start
    return Marked(before=text[:start], word=text[start:end], after=text[end:])
