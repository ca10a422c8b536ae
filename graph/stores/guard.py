"""What a stranger's Cypher may not say, read from its text before any engine sees it.

This is the first of two locks: each engine adds its own (a read-only user, an inspected plan). It
also gives refusals their place, and stops what the engines let pass: a write that finds nothing
to write, `PROFILE CREATE`, procedures, file access.
"""

import re
from collections.abc import Iterator, Mapping

from graph.stores.store import QueryRefused
from graph.stores.written import blanked, position, unended

#: Code points of a query; far more than anyone writes by hand.
LONGEST = 20_000
ALLOWED_PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.index.fulltext.querynodes",
    }
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
# Neo4j reads these anywhere in a query, before it looks for the ends of strings.
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_LOOP = re.compile(
    r"\[\s*\w+\s+IN\b|\b(?:reduce|any|all|none|single|filter|extract)\s*\(", re.IGNORECASE
)
_ONLY_READS = "Ask with MATCH … RETURN; this place only reads"


def refuse(cypher: str) -> None:
    """Raise QueryRefused with the place if the text says what it may not."""
    _refuse_shape(cypher)
    plain_text = blanked(cypher)
    found = [
        (match.start(), reason)
        for pattern, reason in _FORBIDDEN
        if (match := pattern.search(plain_text))
    ]
    found += _procedures(blanked(cypher, names=False))
    if found:
        offset, reason = min(found)
        raise QueryRefused(reason, position=position(cypher, offset), remedy=_ONLY_READS)


def refuse_parameters(parameters: Mapping[str, object]) -> None:
    """Raise QueryRefused for a value that no engine can take, naming its parameter."""
    for name, value in parameters.items():
        for each in _values([name, value]):
            if isinstance(each, int) and not -(2**63) <= each < 2**63:
                raise _unfit(name, "is a number of more than 64 bits")
            if isinstance(each, str) and not _encodes(each):
                raise _unfit(name, "holds half a sign (a lone surrogate)")
            if not isinstance(each, str | int | float | list | tuple | Mapping | None):
                raise _unfit(name, f"is of a kind that no engine takes ({type(each).__name__})")


def refuse_deep_loops(cypher: str) -> None:
    """Raise QueryRefused for three loops over lists within one another, where nothing ends them."""
    text, depth, open_loops = blanked(cypher), 0, list[int]()
    starts = {found.end() - 1 if found[0][-1] == "(" else found.start(): found.start()
              for found in _LOOP.finditer(text)}  # fmt: skip
    for offset, sign in enumerate(text):
        if sign in "([{":
            depth += 1
            if offset in starts:
                open_loops.append(depth)
                if len(open_loops) > 2:
                    raise QueryRefused(
                        "it has three loops over lists within one another, which the server "
                        "cannot end in time",
                        position=position(cypher, starts[offset]),
                        remedy="Use UNWIND for the outer ones",
                    )
        elif sign in ")]}":
            if open_loops and open_loops[-1] == depth:
                open_loops.pop()
            depth -= 1


def _refuse_shape(cypher: str) -> None:
    if not blanked(cypher).strip():
        raise QueryRefused("it is empty", remedy="Write a query that begins with MATCH")
    if len(cypher) > LONGEST:
        raise QueryRefused(
            f"it has {len(cypher):,} signs, and at most {LONGEST:,} are read",
            remedy="Put long lists into parameters",
        )
    if not _encodes(cypher):
        raise QueryRefused("it holds half a sign (a lone surrogate)")
    for escape in _ESCAPE.finditer(cypher):
        if int(escape[1], 16) < 0x80:
            raise QueryRefused(
                "it writes a plain sign as an escape",
                position=position(cypher, escape.start()),
                remedy="Write the sign itself",
            )
    if loose := unended(cypher):
        what, offset = loose
        raise QueryRefused(
            f"the {what} that begins here does not end", position=position(cypher, offset)
        )


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


def _values(value: object) -> Iterator[object]:
    """Yield a value and all values within it, keys too."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, Mapping):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple):
            waiting += each


def _unfit(name: str, why: str) -> QueryRefused:
    return QueryRefused(f"the value of the parameter {_shown(name)} {why}")


def _shown(name: object) -> str:
    return str(name).encode("utf-8", "replace").decode()


def _encodes(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
