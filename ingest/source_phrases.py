"""The phrase that names a source, cut into the noun phrases that stand at its top level.

“The director of X and Y Council” has two cores, “The director” and “Y Council”: what follows a
preposition, a relative or a comma only describes.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.reading import Extent, trimmed

_SEPARATOR = re.compile(
    r"(?P<next>,? (?:and|as well as|along with|together with|&) |; )"
    r"|(?P<aside>, | \(|\)| [–—-] |\bwho\b|\bwhich\b|\bthat\b|\bwhose\b| after | when | while )"
    r"|(?P<of> (?:of|for|from|in|at|on|by|with|about|to|into|against|within|near|under) )"
)
_SIGNS = " ,;"


def cores(text: str, source: Extent, blocks: Sequence[Extent]) -> Iterator[Extent]:
    """Yield the cores of a source phrase. No core ends inside a block (a name with its role)."""
    for core in _cut(text, source, blocks):
        if core.start < core.end:
            yield core


def _cut(text: str, source: Extent, blocks: Sequence[Extent]) -> Iterator[Extent]:
    start: int | None = source.start
    aside = ""
    for match in _SEPARATOR.finditer(text, source.start, source.end):
        if any(b.start < match.end() and match.start() < b.end for b in blocks):
            continue
        if start is not None:
            yield trimmed(text, Extent(start, match.start()), _SIGNS)
            start = match.end() if match.lastgroup == "next" else None
            aside = match.lastgroup or ""
        elif match.lastgroup == "next" and _resumes(match, aside, blocks, text):
            start = match.end()
    if start is not None:
        yield trimmed(text, Extent(start, source.end), _SIGNS)


def _resumes(match: re.Match[str], aside: str, blocks: Sequence[Extent], text: str) -> bool:
    """Whether “and” goes back to the top level: “Ann Roe of X and the council …” may not."""
    after = match.end() + (4 if text.startswith("the ", match.end()) else 0)
    named = any(block.start in (match.end(), after) for block in blocks)
    return named and (match.group().startswith(",") or aside == "of")


def appositions(text: str, source: Extent, core: Extent) -> Iterator[Extent]:
    """Yield what stands after the core and a comma: “the chair of X, Ann Roe”."""
    for match in re.finditer(r", ", text[core.end : source.end]):
        yield Extent(core.end + match.end(), source.end)
