"""The place in a query that a refusal is about, as page and terminal mark it."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+|\S|$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One line of a query in three parts, `word` being what does not fit ("" at its end).

    `above` and `below` are the lines around it. `indent` is what stands before the word, blanked:
    put before a sign it points at the word.
    """

    above: str
    before: str
    word: str
    after: str
    below: str

    @property
    def start(self) -> int:
        """Where the word begins in the whole query (code points)."""
        return len(self.above) + len(self.before)

    def mended(self, word: str) -> str:
        """Return the whole query with another word in place of this one."""
        return f"{self.above}{self.before}{word}{self.after}{self.below}"

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
    return Marked(
        above="".join(f"{one}\n" for one in lines[: line - 1]),
        before=text[:start],
        word=text[start:end],
        after=text[end:],
        below="".join(f"\n{one}" for one in lines[line:]),
    )
