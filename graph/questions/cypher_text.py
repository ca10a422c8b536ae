"""What can be read off a Cypher text without an engine: parameters, clauses, returned columns.

Comments and quoted text are blanked first, character by character, so that offsets stay.
"""

import re
from itertools import pairwise

_BLANK = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_WRITES = re.compile(
    r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD\s+CSV)\b", re.IGNORECASE
)
_OPEN, _CLOSE = "([{", ")]}"


def skeleton(cypher: str) -> str:
    """Return the text with comments and quoted text blanked; line ends and length stay."""
    return _BLANK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), cypher)


def parameters(cypher: str) -> dict[str, int]:
    """Return the names of the `$parameters` with the offset of their first use."""
    uses: dict[str, int] = {}
    for use in re.finditer(r"\$(\w+)", skeleton(cypher)):
        uses.setdefault(use[1], use.start())
    return uses


def writing(cypher: str) -> tuple[str, int] | None:
    """Return the first writing clause and its offset, null where the text only reads."""
    found = _WRITES.search(skeleton(cypher))
    return (found[0].upper(), found.start()) if found else None


def top_level(cypher: str) -> str:
    """Return the skeleton with everything inside brackets blanked."""
    depth, kept = 0, []
    for sign in skeleton(cypher):
        depth -= sign in _CLOSE
        kept.append(sign if depth == 0 or sign == "\n" else " ")
        depth += sign in _OPEN
    return "".join(kept)


def final_return(cypher: str) -> int | None:
    """Return the offset behind the last RETURN of the query itself, null where there is none."""
    found = list(re.finditer(r"\bRETURN\b(?:\s+DISTINCT\b)?", top_level(cypher), re.IGNORECASE))
    return found[-1].end() if found else None


def returned_columns(cypher: str) -> tuple[str, ...]:
    """Return the names that the last RETURN gives its columns, in order; empty without one."""
    start = final_return(cypher)
    if start is None:
        return ()
    top = top_level(cypher)
    stop = re.search(r"\b(ORDER\s+BY|SKIP|LIMIT)\b", top[start:], re.IGNORECASE)
    end = start + stop.start() if stop else len(top)
    cuts = [start - 1, *(i for i in range(start, end) if top[i] == ","), end]
    items = (cypher[a + 1 : b] for a, b in pairwise(cuts))
    return tuple(_name(item) for item in items)


def certain_columns(cypher: str) -> tuple[str, ...]:
    """Return the columns that a stranger's text gives, empty where only an engine can name them.

    Certain are an alias in plain letters, a variable and its property.
    """
    names = returned_columns(cypher.rstrip().rstrip(";"))
    return names if all(re.fullmatch(r"\w+(\.\w+)?", name) for name in names) else ()


def _name(item: str) -> str:
    alias = re.search(r"\bAS\s+`?(\w+)`?\s*$", skeleton(item), re.IGNORECASE)
    return alias[1] if alias else skeleton(item).strip()
