"""What a stranger's Cypher may not say, read from its text before any engine sees it.

This is the first of two locks: each engine adds its own (a read-only user, an inspected plan). It
also gives refusals their place, and stops what the engines let pass: a write that finds nothing
to write, `PROFILE CREATE`, procedures, file access.
"""

import re

from graph.stores.store import QueryRefused

ALLOWED_PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.index.fulltext.querynodes",
    }
)
# Blanked, so that offsets stay: strings, comments, quoted names.
_OPAQUE = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | /\*.*?\*/ | //[^\r\n]* | `(?:``|[^`])*`""",
    re.VERBOSE | re.DOTALL,
)
_HEAD = r"(?<![.:$\w])"
_TAIL = r"(?=\s*[({`\w\"'$])"
_FORBIDDEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(_HEAD + pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"LOAD\s+CSV\b", "it reads a file or an address"),
        (r"(?:CREATE|MERGE|DELETE|DETACH|SET|REMOVE|FOREACH|INSERT|DROP|ALTER|GRANT|REVOKE|DENY)\b"
         + _TAIL, "it writes"),
        (r"IN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b", "it opens transactions of its own"),
        (r"(?:SHOW|TERMINATE)\b" + _TAIL, "it asks about the server"),
        (r"USE\b" + _TAIL, "it names another database"),
        (r"(?:EXPLAIN|PROFILE)\b" + _TAIL, "it asks for a plan"),
    )
)  # fmt: skip
_CALL = re.compile(r"(?<![.:$\w])CALL\b\s*", re.IGNORECASE)
_PROCEDURE = re.compile(r"[\w`]+(?:\s*\.\s*[\w`]+)*")
_ONLY_READS = "Ask with MATCH … RETURN; this place only reads"


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of a code-point offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def refuse(cypher: str) -> None:
    """Raise QueryRefused with the place if the text says what it may not."""
    plain_text = _blank(cypher, names=True)
    found = [
        (match.start(), reason)
        for pattern, reason in _FORBIDDEN
        if (match := pattern.search(plain_text))
    ]
    found += _procedures(_blank(cypher, names=False))
    if found:
        offset, reason = min(found)
        raise QueryRefused(reason, position=position(cypher, offset), remedy=_ONLY_READS)


def _procedures(text: str) -> list[tuple[int, str]]:
    found = []
    for call in _CALL.finditer(text):
        name = _PROCEDURE.match(text, call.end())
        if name is None:
            continue
        called = re.sub(r"[\s`]", "", name.group()).lower()
        if called not in ALLOWED_PROCEDURES:
            found.append((call.start(), f"the procedure {called} is not on the short list"))
    return found


def _blank(text: str, *, names: bool) -> str:
    def blank(match: re.Match[str]) -> str:
        inside = match.group()
        if inside.startswith("`"):
            return "`" + "_" * (len(inside) - 2) + "`" if names else inside
        if inside.startswith("/"):
            return " " * len(inside)
        return inside[0] + "_" * (len(inside) - 2) + inside[-1]

    return _OPAQUE.sub(blank, text)
