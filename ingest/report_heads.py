"""The nouns that head phrases about reports, their families, and words that speak of several."""

import re
from functools import cache

from ingest.lexicon.tables import table, words
from ingest.masked import any_of

COUNT = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|some|\d{1,3}"


@cache
def heads() -> re.Pattern[str]:
    """Return what matches any head, and any word for a part of a report."""
    every = any_of([*forms(), *words("reports", "parts"), *words("reports", "part")])
    return re.compile(rf"(?i)(?<![\w’'-])(?:{every})(?![\w-])")


@cache
def forms() -> dict[str, tuple[str, bool]]:
    """Return each form of a head with its family and whether it is plural."""
    found: dict[str, tuple[str, bool]] = {}
    for head, family in table("reports")["heads"].items():
        plural = f"{head[:-1]}ies" if head.endswith(("dy", "gy")) else f"{head}s"
        found |= {head: (family, False), plural: (family, True)}
    return found


def generic() -> str:
    """Return the family that may speak of a report of any other."""
    return str(table("reports")["generic"])


def families(said: str) -> frozenset[str]:
    """Return the families of the heads that stand in some words."""
    return frozenset(family for family, _ in _heads_in(said))


def is_collective(said: str) -> bool:
    """Return whether some words speak of several reports."""
    return any(plural for _, plural in _heads_in(said))


def _heads_in(said: str) -> list[tuple[str, bool]]:
    found = (match.group().lower() for match in heads().finditer(said))
    return [forms()[head] for head in found if head in forms()]
