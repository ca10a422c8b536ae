"""“The force”, “the inquiry”: a body spoken of by its kind, once the document has named it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from ingest.gazetteer import Gazetteer
from ingest.names.found import Found
from ingest.names.lexicon import words
from ingest.reading import Extent

# Beyond this many characters a body named among others of its kind is no longer meant.
_REACH = 1500
_PLURALS = {"inspectors": "inspectorate", "Inspectors": "inspectorate"}


@lru_cache(maxsize=4)
def _pattern(gazetteer: Gazetteer) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    kinds: dict[str, set[str]] = {}
    for row in gazetteer.kinds:
        for word in row.words:
            kinds.setdefault(word, set()).add(row.kind)
    nouns = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True))
    speech = "|".join(sorted(words().speech | {"found", "find"}))
    plural = "|".join(_PLURALS)
    pattern = re.compile(
        rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?P<noun>{nouns})\b(?![- ](?:of|for|into|[A-Z]))"
        rf"|\b(?P<plural>{plural})\b(?= (?:{speech})\b)"
    )
    return pattern, {word: frozenset(found) for word, found in kinds.items()}


def find_kinds(text: str, found: Iterable[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield nominal mentions of bodies by their kind; they may touch what has another name."""
    pattern, kinds = _pattern(gazetteer)
    bodies = sorted(
        (f for f in found if f.type == "organisation" and f.level == "name"),
        key=lambda f: f.extent,
    )
    for match in pattern.finditer(text):
        group = "noun" if match["noun"] else "plural"
        wanted = kinds[match["noun"]] if match["noun"] else {_PLURALS[match["plural"]]}
        fitting = [body for body in bodies if body.kind in wanted]
        body = _meant(fitting, match)
        if body is not None:
            yield replace(body, extent=Extent(*match.span(group)), level="nominal")


def _meant(fitting: list[Found], match: re.Match[str]) -> Found | None:
    """Return the only body of the kind, or the nearest before; a later one only if capital."""
    before = [body for body in fitting if body.extent.end <= match.start()]
    only = len({body.identity for body in fitting}) == 1
    if only and (before or (match["noun"] or "")[:1].isupper()):
        return fitting[0]
    near = [body for body in before if match.start() - body.extent.end < _REACH]
    return near[-1] if near else None
