"""Who must never be identified: people named beside words that make them a victim or a child.

Sexual Offences (Amendment) Act 1992 s.1: nothing likely to identify a complainant, for life. The
rules err towards protecting; a reviewer may lift it.
"""

import re
from dataclasses import dataclass
from functools import cache

from ingest.names.harm import harms
from ingest.names.lexicon import anonymous, words
from ingest.names.people import FullName
from ingest.reading import Extent

_AGES_AFTER = (
    re.compile(r",\s(?P<age>\d{1,2})(?=[,.;]|\s(?:and|was|is|who|from|told|said)\b)"),
    re.compile(r",?\s\(?aged?\s(?P<age>\d{1,2})\b"),
    re.compile(r"\s\((?P<age>\d{1,2})\)"),
)
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,2})[- ]years?[- ]olds?\s(?:\w+\s){0,2}$")
_ADULT = 18
_WINDOW = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Why somebody is protected: the general phrase for them, and the words that say so.

    `extent` is null where an age or what was done to them says it.
    """

    phrase: str
    extent: Extent | None = None


def protects(text: str, name: FullName) -> Protection | None:
    """Return how these words protect the person of this name, null where they do not."""
    start = max(0, name.extent.start - _WINDOW)
    end = min(len(text), name.extent.end + _WINDOW)
    before, after = text[start : name.extent.start], text[name.extent.end : end]
    phrases = anonymous().protected
    for role, offset in (
        (_role_before().search(before) if _may_end_in_role(before) else None, start),
        (_role_after().match(after), name.extent.end),
    ):
        if role is not None:
            extent = Extent(offset + role.start("role"), offset + role.end("role"))
            return Protection(phrase=phrases[role["role"].lower()], extent=extent)
    ages = (_AGE_BEFORE.search(before), *(pattern.match(after) for pattern in _AGES_AFTER))
    if any(age is not None and int(age["age"]) < _ADULT for age in ages):
        return Protection(phrase=phrases["child"])
    return Protection(phrase=anonymous().unnamed) if harms(text, name.extent.end) else None


def _may_end_in_role(before: str) -> bool:
    """Whether the last word is one that the pattern could end in: a cheap look before it."""
    last = re.split(r"[ /]", before[:-1].rstrip(","))[-1].lower()
    if last.isdigit() or last in ("named", "called", "as"):
        return True
    return last in anonymous().protected or last in words().roles


def _nouns() -> str:
    return "|".join(sorted(anonymous().protected, key=len, reverse=True))


@cache
def _role_before() -> re.Pattern[str]:
    """“Victim Ann Roe”, “the survivor, Ann Roe”, “a girl of 15, Ann Roe”."""
    roles = "|".join(sorted(words().roles, key=len, reverse=True))
    named = "(?:named|called|(?:known|identified) as)"
    link = rf"(?: (?:of|aged) \d{{1,2}})?,|(?: and |/)(?:{roles})| {named}"
    return re.compile(rf"(?i)\b(?P<role>{_nouns()})(?:{link})?\s$")


@cache
def _role_after() -> re.Pattern[str]:
    """“Ann Roe, 31, a former victim of …”: the word must be the head of what is said of her."""
    return re.compile(
        r"(?i),\s(?:(?:aged?\s)?\d{1,3},\s)?(?:now |then |who (?:is|was) )?"
        r"(?:(?:an?|the|one|another|herself|himself)\s)?(?:of the\s)?"
        r"(?:(?!(?:for|of|with|on|to|against|and|at|in|from|by|about|who)\s)[\w’'-]+\s){0,5}?"
        rf"(?P<role>{_nouns()})s?"
        r"(?=[,.;)]|\s(?:who|of|from|whose|and|in|at|by|when|told|said)\b)"
    )
