"""Words beside a name that make it a person's: a role, a relative, “who”, a letter's close."""

import re
from functools import cache

from ingest.names.lexicon import words
from ingest.reading import Extent

_CAPITAL = r"[A-Z][\w’'-]*"
_OF = rf" (?:of|for|at|to) (?:the )?{_CAPITAL}(?: (?:(?:and|of|&) )?{_CAPITAL}){{0,5}}"
_SMALL_OF = r" (?:of|for|at|in|to) (?:(?!who|which|that|said|told)[\w’'-]+ ?){1,5}"
_CLOSE = re.compile(r"\bYours (?:sincerely|faithfully|truly|ever),?\s*$")
_LAST_WORD = re.compile(r"[\w-]+$")
_SMALL = re.compile(r" (?:of|for|at|to) (?:the )?[A-Z]")
_WINDOW = 120


def beside_role(text: str, name: Extent) -> bool:
    """Return whether a role or a relative stands right before or after the name, or “who” after."""
    before = text[max(0, name.start - _WINDOW) : name.start]
    after = text[name.end : name.end + _WINDOW]
    if _ends_in_role(before) or _after().match(after):
        return True
    apposed = before.endswith(", ") and after[:1] in (",", ".", ";", "\n", "")
    return apposed and bool(_apposed().search(before))


def _ends_in_role(before: str) -> bool:
    """Whether the words end in “author ” or “the mother ”."""
    if before[-1:] not in (" ", "\u00a0"):
        return False
    last = _LAST_WORD.search(before[:-1])
    return last is not None and last.group().lower() in words().roles | words().relatives


def apposed_role(text: str, name: Extent) -> Extent | None:
    """Return the words of a role “of X” before the name: “Mayor of Wexcombe, Ann Roe”."""
    start = max(0, name.start - _WINDOW)
    if not text.endswith((", ", " "), start, name.start) or not _SMALL.search(
        text, start, name.start
    ):
        return None
    match = _role_of().search(text, start, name.start)
    return Extent(*match.span("role")) if match is not None else None


def signed_role(text: str, name: Extent) -> Extent | None:
    """Return the role on the line below a name that signs a letter."""
    start = text.rfind("\n", 0, name.start) + 1
    if start != name.start and not signs(text, start):
        return None
    match = _line_below().match(text, name.end)
    return Extent(*match.span("role")) if match is not None else None


def signs(text: str, start: int) -> bool:
    """Return whether the line that starts here follows the close of a letter."""
    return bool(_CLOSE.search(text[max(0, start - 40) : start]))


@cache
def _roles() -> str:
    nouns = words().roles | words().relatives
    return "|".join(sorted(nouns, key=len, reverse=True))


@cache
def _apposed() -> re.Pattern[str]:
    """Match what ends in “the chair, ” or “the Mayor of Wexcombe, ”."""
    return re.compile(rf"\b(?i:{_roles()})(?:{_OF}|{_SMALL_OF})?, $")


@cache
def _role_of() -> re.Pattern[str]:
    parts = "|".join(sorted(words().role_parts))
    # `\Z` is the end of the searched stretch: the place where the name starts.
    return re.compile(rf"(?P<role>\b(?:(?i:{parts})[ -]){{0,3}}(?i:{_roles()}){_OF}),? \Z")


@cache
def _line_below() -> re.Pattern[str]:
    parts = "|".join(sorted(words().role_parts))
    return re.compile(
        rf"\s*\n(?P<role>(?:(?i:{parts})[ -]){{0,3}}(?i:{_roles()})(?:{_OF})?)\s*(?:\n|\Z)"
    )


@cache
def _after() -> re.Pattern[str]:
    """Match “, the former chief constable” or “, who …” after the name."""
    lead = r"(?:the|an?|its|his|her|our|their|one of the|former|acting|then|[A-Z][\w-]+[’']s)"
    return re.compile(
        rf",\s(?:who\b|(?:{lead}\s)?(?:[\w’'-]+\s){{0,4}}?(?i:{_roles()})\b(?!\s(?:Street|Road)))"
    )
