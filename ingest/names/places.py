"""Places: a small table, and words with the ending of an English place after “in”."""

import re
from functools import cache

from ingest.names.found import Found
from ingest.names.lexicon import patterns
from ingest.names.phrases import PhraseIndex
from ingest.names.scan import Scan
from ingest.names.shapes import plain
from ingest.reading import Extent

_BEFORE = frozenset(["in", "at", "from", "near", "to", "across", "outside", "around", "of", "into"])
_ENDING = (
    r"(?:ton|ham|ford|bury|borough|burgh|chester|cester|mouth|pool|field|wick|wich|leigh|worth"
    r"|stead|minster|stone|shire|hampton|port|bridge|sea|thorpe|dale|wood|gate)"
)
_ENDED = re.compile(rf"\b(?:in|near|outside|across) (?P<name>[A-Z][a-z]+{_ENDING})\b")


@cache
def _index() -> PhraseIndex[str]:
    return PhraseIndex((place, place) for place in patterns().places.all)


@cache
def _streets() -> re.Pattern[str]:
    heads = "|".join(patterns().places.heads)
    return re.compile(rf"\b(?:in|at|on|near|from) (?P<name>(?:[A-Z][\w’'-]+ ){{1,2}}(?:{heads}))\b")


def find_places(scan: Scan) -> list[Found]:
    """Return places; whatever else the words are must have been taken before."""
    found = [
        Found(extent=scan.extent(first, after), type="place", name=place)
        for first, after, place in _index().find(scan.words)
        if place not in patterns().places.guarded or _placed(scan, first)
    ]
    for pattern in (_ENDED, _streets()):
        for match in pattern.finditer(scan.reading.text):
            extent = Extent(*match.span("name"))
            found.append(Found(extent=extent, type="place", name=plain(match["name"])))
    return found


def _placed(scan: Scan, first: int) -> bool:
    return first > 0 and scan.words[first - 1].text.lower() in _BEFORE
