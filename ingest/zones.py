"""A text into paragraphs and what each is: headline, crosshead, byline, body, list, boilerplate.

Only the page's own furniture is told apart here; what the paragraphs say is for others.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.lexicon.tables import pattern
from ingest.reading import Extent, Paragraph, Zone, trimmed

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_HEADLINE_LONGEST = 220
_CROSSHEAD_LONGEST = 100
_CROSSHEAD_WORDS = 14
_WRAPPED_SHORTEST, _WRAPPED_LONGEST = 45, 100
_ENDED = re.compile(r"[.;:,?…][”’\"'\])]*$")
_QUOTED_WHOLE = re.compile(r"[“‘\"'][^“”\"]*[”’\"']")
# Zones that a paragraph's own shape tells, each with its row of `lexicon/zones.yaml`.
_SHAPES: dict[Zone, str] = {"list": "item", "table": "row", "caption": "caption"}


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs in order, trimmed, without empty ones; together they hold every word.

    A line is a paragraph, unless its block was broken at a fixed width (mail, old text files).
    """
    blocks = (part for block in _blocks(text) for part in _by_turn(text, block))
    extents = [extent for block in blocks for extent in _unwrapped(text, block)]
    half = len(extents) // 2
    found: list[Paragraph] = []
    over = False
    for position, extent in enumerate(extents):
        words = text[extent.start : extent.end]
        over = over or (position >= half and _matches("end_of_story", words))
        zone = "boilerplate" if over else _zone(words, position, last=position + 1 == len(extents))
        found.append(Paragraph(extent=extent, zone=zone))
    return tuple(found)


def _zone(words: str, position: int, *, last: bool) -> Zone:
    if _is_boilerplate(words):
        return "boilerplate"
    if len(words) <= _CROSSHEAD_LONGEST and _matches("byline", words):
        return "byline"
    for zone, shape in _SHAPES.items():
        if _matches(shape, words):
            return zone
    field = position > 0 and _matches("field", words) and "“" not in words and "‘" not in words
    if _ENDED.search(words) or field:
        return "body"
    if position == 0 and len(words) <= _HEADLINE_LONGEST:
        return "headline"
    return "crosshead" if not last and _is_short(words) else "body"


def _is_short(words: str) -> bool:
    if _QUOTED_WHOLE.fullmatch(words):
        return len(words) <= _HEADLINE_LONGEST
    return len(words) <= _CROSSHEAD_LONGEST and words.count(" ") < _CROSSHEAD_WORDS


def _is_boilerplate(words: str) -> bool:
    if _matches("opening", words):
        return True
    small = pattern("zones", "small_print")
    return len({match.group().lower() for match in small.finditer(words)}) >= 2


def _matches(key: str, words: str) -> bool:
    return pattern("zones", key).match(words) is not None


def _blocks(text: str) -> list[list[Extent]]:
    """Return the lines that are not empty, those without an empty line between them together."""
    lines = [trimmed(text, Extent(*match.span())) for match in _LINE.finditer(text)]
    starts = {b for a, b in pairwise(lines) if _parted(text, a, b)}
    blocks: list[list[Extent]] = []
    for line in lines:
        if not blocks or line in starts:
            blocks.append([])
        if line.start < line.end:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _parted(text: str, before: Extent, after: Extent) -> bool:
    between = text[before.end : after.start].replace("\r\n", "\n")
    return before.start == before.end or len(between.strip(" \t")) > 1


def _by_turn(text: str, block: list[Extent]) -> Iterator[list[Extent]]:
    """Yield the lines of a block, cut where the label of another speaker begins."""
    part: list[Extent] = []
    for line in block:
        if part and _matches("turn", text[line.start : line.end]):
            yield part
            part = []
        part.append(line)
    yield part


def _unwrapped(text: str, block: list[Extent]) -> list[Extent]:
    """Return the paragraphs of a block: its lines, or one where the lines were only wrapped."""
    sizes = [line.end - line.start for line in block]
    wrapped = len(block) > 1 and max(sizes) <= _WRAPPED_LONGEST
    if not wrapped or min(sizes[:-1]) < _WRAPPED_SHORTEST:
        return block
    if any(_matches("item", text[line.start : line.end]) for line in block[1:]):
        return block
    ended = sum(bool(_ENDED.search(text, line.start, line.end)) for line in block[:-1])
    return block if ended == len(block) - 1 else [Extent(block[0].start, block[-1].end)]
