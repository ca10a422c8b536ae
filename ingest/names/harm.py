"""Words after somebody that say what was done to them, or that they must not be named."""

import re
from functools import cache

from ingest.names.lexicon import anonymous

_HIDES = re.compile(
    r"[^.;:“”\n]{0,70}?(?:\bwho (?:asked|wished|wanted|did not (?:want|wish)|cannot|could not"
    r"|must not|declined)\b[^,.;“”]{0,20}\b(?:named|identified|name)\b|\bcondition of anonymity\b"
    r"|\bspeaking anonymously\b|\bwhose (?:name|identity) )"
)


def hides(text: str, end: int) -> bool:
    """Return whether somebody spoken of up to here asked not to be named, or may not be."""
    return bool(_HIDES.match(text, end))


def harms(text: str, end: int) -> bool:
    """Return whether the words from here on say what was done to whoever stands before them."""
    return bool(_harmed().match(text, end))


@cache
def _harmed() -> re.Pattern[str]:
    deeds = "|".join(sorted(anonymous().harms))
    return re.compile(
        r"(?i)(?:,\swho\s[^,.;]{3,60})?,?(?:\s\d{1,2},)?(?:\swho)?"
        r"\s(?:was|were|had been|has been|being)\s"
        rf"(?:\w+ly\s)?(?:{deeds})\b"
    )
