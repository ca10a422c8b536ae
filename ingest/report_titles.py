"""Titles beside a phrase about a report: “a report called …”, “its report, Doors Left Open, …”."""

import re

from ingest.dates import MONTHS

_CALLED = re.compile(
    r",? (?:called|entitled|titled|named|headed),? "
    r"[“‘\"'](?P<title>[^“”\"\n]{3,120}?)[”’\"'](?!\w)"
)
_QUOTED = re.compile(
    r",? [“\"](?P<title>[A-Z][^“”\"\n]{2,120}?)[,.]?[”\"]"
    r"(?=[,.;:)]|$| (?:was|is|in|which|that|and)\b)"
)
_SMALL = r"(?:of|and|the|for|in|to|on|at|a|an|by|with)"
_TITLE = rf"[A-Z][\w’'-]+(?:(?: {_SMALL}){{0,3}} [A-Z][\w’'-]+)"
_BETWEEN_COMMAS = re.compile(rf", (?P<title>{_TITLE}{{0,7}}),(?= [a-z])")
_BEFORE = re.compile(
    r"(?<![\w’-])(?P<title>[A-Z][\w’-]+(?: (?:(?:of|and|the|for|in|to|on) )?[A-Z][\w’-]+){1,7}), $"
)
_NO_TITLE = re.compile(rf"(?:However|Therefore|\w+day|{'|'.join(MONTHS)})\b")
_CLOSES_APPOSITION = re.compile(r"[,.;)]|\s(?:on|about|into|of|by|from|that|which|published)\b")
_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Nn]ear|[Oo]utside|[Tt]o|[Aa]fter|[Ss]ince|[Bb]y) (?:the )?"
    r"(?:[A-Z][\w’-]+ ?){1,8}$"
)


def title_behind(line: str, end: int, *, owned: bool) -> re.Match[str] | None:
    """Return the title behind a phrase: called so, in quotation marks, or between commas.

    Without “called” it must be written as titles are. `owned`: somebody's report is spoken of, so
    that one word between commas is its title.
    """
    called = _CALLED.match(line, end)
    if called is not None:
        return called
    quoted = _QUOTED.match(line, end)
    if quoted is not None and _is_capitalised(quoted["title"]):
        return quoted
    between = _BETWEEN_COMMAS.match(line, end)
    if between is None or _NO_TITLE.match(between["title"]):
        return None
    return between if owned or " " in between["title"] else None


def title_before(line: str, start: int, end: int) -> re.Match[str] | None:
    """Return the title in “Doors Left Open, the inspectorate's report on …”.

    A place or a day before the comma is none: “At Marsh Hall, the council's report was read”.
    """
    if not _CLOSES_APPOSITION.match(line, end):
        return None
    title = _BEFORE.search(line[:start])
    if title is None or _PREPOSITION.search(line[: title.end("title")].rsplit(".", maxsplit=1)[-1]):
        return None
    return title


def _is_capitalised(title: str) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in title.split() if len(word) > 3)
