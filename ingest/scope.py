"""What a statement limits itself to: its term, definition, period, area and measure, as spans.

Only words of the statement itself count, and of the sentence that introduces it: a figure next to
it is another's. Null is “not stated”.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.model import Scope, Span
from ingest.dates import DATE_WORDS, MONTHS
from ingest.ground import Ground
from ingest.lexicon.tables import table
from ingest.reading import Attribution, Extent, trimmed

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundreds|thousands|a hundred|a thousand|dozens|a dozen|several"
)
_SHAPES = {
    "date": DATE_WORDS,
    "month": "|".join(MONTHS),
    "figure": _FIGURE,
    "number": f"(?:{_FIGURE}|{_WORDS})(?: (?:hundred|thousand|million|billion))?",
}
_WHERE = re.compile(r"(?:\b(?:in|at|across|throughout|around|near|outside|within) (?:the )?)$")
_LEAD_IN = 80
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
FIELDS = ("term", "definition", "period", "measure")


def find_scope(ground: Ground, one: Attribution) -> Scope:
    """Return the scope of one attribution, each part of it on the first words that give it."""
    own = one.parts
    lead = _introduction(ground, one)
    found: dict[str, Span | None] = {
        field: _first(ground, field, own if field == "measure" else (*own, *lead))
        for field in FIELDS
    }
    return Scope(**found, area=_area(ground, own))


def _introduction(ground: Ground, one: Attribution) -> Sequence[Extent]:
    """Return what stands between the words of saying and the words said, in one sentence."""
    if one.cue is None or not 0 < one.parts[0].start - one.cue.end <= _LEAD_IN:
        return ()
    between = Extent(one.cue.end, one.parts[0].start)
    return () if _SENTENCE_END.search(ground.reading.words(between)) else (between,)


def _first(ground: Ground, field: str, places: Sequence[Extent]) -> Span | None:
    for pattern in _patterns(field):
        for place in places:
            match = pattern.search(ground.reading.text, place.start, place.end)
            if match is not None:
                group = "it" if "it" in pattern.groupindex else 0
                return ground.reading.span(_trimmed(ground, Extent(*match.span(group))))
    return None


def _trimmed(ground: Ground, extent: Extent) -> Extent:
    """Return the stretch without blanks and commas around it, and quotation marks if both are."""
    start, end = trimmed(ground.reading.text, extent, " ,")
    words = ground.reading.text[start:end]
    if len(words) > 2 and words[0] in '“"‘' and words[-1] in '”"’':
        return Extent(start + 1, end - 1)
    return Extent(start, end)


def _area(ground: Ground, parts: Sequence[Extent]) -> Span | None:
    """Return the first place that the words speak of, a body's own name apart."""
    for named in _places(ground, parts):
        before = ground.reading.text[max(0, named.start - 20) : named.start]
        if _WHERE.search(before):
            return ground.reading.span(named)
    return None


def _places(ground: Ground, parts: Sequence[Extent]) -> Iterator[Extent]:
    for part in parts:
        yield from (named.extent for named in ground.within(part) if named.type == "place")


@cache
def _patterns(field: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_compiled(row) for row in table("scope")[field])


def _compiled(row: str) -> re.Pattern[str]:
    for name, shape in _SHAPES.items():
        row = row.replace(f"{{{name}}}", f"(?:{shape})")
    return re.compile(rf"(?i)(?<![\w£-]){row}(?!\w)")
