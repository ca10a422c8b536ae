"""People without names who speak together (“residents said”) or as one of several (“one said”)."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.names.found import Taken
from ingest.names.harm import hides
from ingest.names.lexicon import anonymous, words
from ingest.names.nameless import Nameless
from ingest.names.scan import Scan
from ingest.reading import Extent

_OPENING = r"(?:^|(?<=[.!?”\"’] )|(?<=\n))"
_REACH = 250
_BARE = 3


def find_groups(scan: Scan, taken: Taken) -> list[Nameless]:
    """Return groups that open a sentence and speak, and “one of them”; take their words."""
    found = []
    for person in (*_groups(scan), *_ones(scan)):
        if taken.free(person.extent):
            taken.take(person.extent)
            found.append(person)
    return found


@cache
def _speech() -> str:
    return "|".join(sorted(words().speech - {"called", "calls", "thought"}))


@cache
def _group() -> re.Pattern[str]:
    nouns = "|".join(sorted(anonymous().groups))
    also = rf"(?: and (?i:{nouns}))?"
    return re.compile(
        rf"{_OPENING}(?:\d+(?:\.\d+)*\.? )?(?P<who>(?i:(?:[A-Z][a-z]+ )?(?:{nouns}){also}))"
        rf"(?: in [A-Z]\w+)?(?:,[^,.]{{3,40}},)? (?:have )?(?:{_speech()})\b"
    )


@cache
def _one() -> re.Pattern[str]:
    return re.compile(
        rf"{_OPENING}(?P<who>(?:One|Another)"
        r"(?: of (?:the|them|these|those)\b[^,.;:“”\n]{0,30})?)"
        rf"(?P<aside>,[^.;“”\n]{{3,60}},)? (?:{_speech()})\b"
    )


def _groups(scan: Scan) -> Iterator[Nameless]:
    for match in _group().finditer(scan.reading.text):
        said = match["who"].lower().split()
        nouns = [word for word in said if word in anonymous().groups]
        if len(said) > _BARE or (len(nouns) == 1 and len(said) > 1 and match["who"].istitle()):
            continue
        start = match.start("who")
        for part in re.finditer(r"\b(?!and\b)\w+(?: (?!and\b)\w+)*", match["who"]):
            noun = part.group().lower().split()[-1]
            yield Nameless(
                extent=Extent(start + part.start(), start + part.end()),
                role=noun,
                phrase=anonymous().groups[noun],
                protected=_shields(noun),
            )


def _ones(scan: Scan) -> Iterator[Nameless]:
    text = scan.reading.text
    for match in _one().finditer(text):
        hidden = hides(text, match.end("who"))
        if " " not in match["who"] and not hidden and not _group_before(text, match.start()):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()].lower()
        protected = hidden or any(_shields(word) for word in re.findall(r"[a-z]+", before))
        yield Nameless(
            extent=Extent(*match.span("who")), role="one", phrase="one of them", protected=protected
        )


def _group_before(text: str, start: int) -> bool:
    """Whether the sentence before is about a group: “Boys told us … One said …”."""
    before = re.findall(r"[a-z]+", text[max(0, start - _REACH) : start].lower())
    return not set(before).isdisjoint(anonymous().groups)


def _shields(noun: str) -> bool:
    """Whether members of the group must never be identified."""
    return noun in anonymous().groups and (
        noun.removesuffix("s") in anonymous().protected or noun == "children"
    )
