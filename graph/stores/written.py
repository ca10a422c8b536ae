"""A query as it is written: where strings, comments and quoted names stand, lines and columns."""

import re
import unicodedata

# What opens and closes; the group is there where it closes. A line's comment closes itself.
_OPAQUE = re.compile(
    r"""'(?:\\.|[^'\\])*(')? | "(?:\\.|[^"\\])*(")? | `(?:``|[^`])*(`)?
      | /\*(?:[^*]|\*(?!/))*(\*/)? | (//)[^\r\n]*""",
    re.VERBOSE | re.DOTALL,
)
_KINDS = {"'": "text", '"': "text", "`": "quoted name", "/": "comment"}


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of a code-point offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def unended(text: str) -> tuple[str, int] | None:
    """Return what does not end (text, quoted name, comment) and its offset, null if all does."""
    for found in _OPAQUE.finditer(text):
        if found.lastindex is None:
            return _KINDS[found[0][0]], found.start()
    return None


def blanked(text: str, *, names: bool = True) -> str:
    """Return it with strings and comments blanked, and quoted names if `names`; offsets stay.

    Signs that no eye sees become blanks: some engines part words by them.
    """

    def blank(match: re.Match[str]) -> str:
        inside = match[0]
        if inside[0] == "`" and not names:
            return inside
        if inside[0] == "/":
            return " " * len(inside)
        end = inside[-1] if match.lastindex else "_" * (len(inside) > 1)
        return (inside[0] + "_" * (len(inside) - 2) + end)[: len(inside)]

    return "".join(_seen(sign) for sign in _OPAQUE.sub(blank, text))


def without_semicolon(cypher: str) -> str:
    """Return it without a semicolon at its end, which one of the engines does not take."""
    bare = blanked(cypher).rstrip()
    return f"{cypher[: len(bare) - 1]} {cypher[len(bare) :]}" if bare.endswith(";") else cypher


def _seen(sign: str) -> str:
    unseen = sign not in "\n\r\t" and unicodedata.category(sign) in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    return " " if unseen else sign
