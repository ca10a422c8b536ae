"""How a sentence opens: with a pronoun, or with a noun phrase that no table of names knows.

What opens a sentence is who or what the next “she” or “it” goes back to; when it is unknown, it
must not be jumped over to a name that happens to stand elsewhere.
"""

import re
from functools import cache

from ingest.names.lexicon import anonymous, words

_LEAD = (
    r"(?:\d+(?:\.\d+)*\.? )?(?:(?:But|And|However|Meanwhile|Yet|Later|Then|Today|Earlier),? )?"
    r"(?:(?:In|On|At|Last|Since|After|During|By|For|Under|Until|Before|Asked)\b[^,.;“”]{0,60}, )?"
)
SUBJECTS = re.compile(rf"{_LEAD}(?P<pronoun>(?i:he|she|it|they|we|i))\b(?!['’]s )")
_NOUNS = re.compile(
    rf"{_LEAD}(?:[Tt]he|[Tt]his|[Tt]hat|An?|Its|His|Her|Their|Our|My|Another|One)"
    r"(?P<nouns>(?: [a-z][\w’'-]*){1,6})"
)
LEAD = re.compile(_LEAD)
_SMALL = frozenset(
    ["of", "for", "from", "in", "at", "on", "by", "with", "about", "to", "into", "who", "which"]
)
_ENDED = frozenset(["that", "whose", "when", "while", "after", "as", "into", "against", "and"])
_PERSONAL = re.compile(r"\w{3,}(?:er|or|ist|man|woman|ian|ant|ee)$")
_THINGS = frozenset(
    ["letter", "paper", "number", "order", "matter", "centre", "newspaper", "register", "error"]
)


def opening_noun(sentence: str) -> str | None:
    """Return the lower-case noun that a sentence opens with (“panel” of “The panel said”)."""
    nouns = _opening(sentence)
    return nouns[-1] if nouns else None


def _opening(sentence: str) -> list[str]:
    match = _NOUNS.match(sentence)
    if match is None:
        return []
    kept: list[str] = []
    for word in match["nouns"].split():
        if word in _SMALL | _ENDED or (kept and word in words().speech | words().follow):
            break
        kept.append(word)
    return kept


def unknown_human(sentence: str) -> bool:
    """Return whether a sentence opens with somebody whom a common noun names."""
    nouns = _opening(sentence)
    if not nouns:
        return False
    personal = _PERSONAL.match(nouns[-1]) and nouns[-1] not in _THINGS
    return bool(personal) or not _people().isdisjoint(nouns)


@cache
def _people() -> frozenset[str]:
    table = anonymous()
    known = {*table.protected, *table.roles, *table.spokes, *table.groups}
    return frozenset(known) | words().roles | words().relatives | words().introducers
