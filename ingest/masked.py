"""Paragraphs in which each mention is one token, so that rules read kinds and not names.

A token is a letter and the mention's number between two private-use characters. Rules write
`{source:PO}` for a person or organisation kept as `source`, `{target:R+}` for one or several in a
row, `{O}` for one that is not kept, `{gap}` for a few words of the same sentence. A report may have
its number before it: “all three reports”.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from graph.model import EntityType
from ingest.dates import DATE_WORDS
from ingest.lexicon.tables import words
from ingest.reading import Extent, Named, Reading

OPEN, CLOSE = "\ue000", "\ue001"
LETTERS: dict[EntityType, str] = {
    "person": "P",
    "organisation": "O",
    "report": "R",
    "case": "C",
    "place": "L",
    "law": "W",
    "operation": "X",
}
# An inspection is a report that examines a body, which other reports only speak of.
INSPECTION = "I"
_INSPECTS = re.compile(r"(?i)inspection|revisit")
_TOKEN = re.compile(f"{OPEN}[A-Z](\\d+){CLOSE}")
_LETTER = re.compile(f"{OPEN}([A-Z])")
_SLOT = re.compile(r"\{(?:(?P<name>[a-z]+):)?(?P<kinds>[A-Z]+)(?P<many>[+*!]?)\}")
# A body's name that the list knows by its beginning alone: “the Inspectorate of Policing”.
CUT = r"(?: (?:of|for) [A-Z][\w’-]+)?"
_ARTICLES = "the|an?|this|that|these|those|its|his|her|their|our|my|your|all|both"
_THE = rf"(?:(?<!\w)(?:all (?:of )?)?(?i:{_ARTICLES}) )?"
_COUNT = r"(?:(?i:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) )?"
# Words that end a noun phrase, or open a clause about somebody else: “…, who teaches at …”.
_STOP = r"(?!(?:who|which|that|whose|said|told|says|at|in|of|for|with|from|to|by|on)\b)"
_ASIDE = r"(?:, (?:an?|the|then|now|former) [^,.;:“”\ue000]{3,80})?"
_AND = r"(?:[,;]? and |[,;] | & | \| )"
_OWNER = rf"(?:\ue000[OP]\d+\ue001(?:[’']s?)? (?:{_STOP}(?!and\b|an?\b|the\b)[a-z-]+ ){{0,2}})?"
_DESCRIBED = rf"(?:(?:{_STOP}[\w’'-]+,? |\ue000[LO]\d+\ue001(?:[’']s?)? ){{0,7}}?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A stretch of text with its mentions as tokens.

    `offsets` are where the pieces of the line begin, `places` the stretches they stand for: words
    as they are and tokens in turn.
    """

    reading: Reading
    line: str
    mentions: tuple[Named, ...]
    offsets: tuple[int, ...]
    places: tuple[Extent, ...]

    def extent(self, start: int, end: int) -> Extent:
        """Return the stretch of the document that `line[start:end]` stands for, trimmed."""
        inside = self.line[start:end]
        start += len(inside) - len(inside.lstrip(" ,;:"))
        end -= len(inside) - len(inside.rstrip(" ,;:"))
        if start >= end:
            return Extent(0, 0)
        return Extent(self._place(start).start, self._place(end - 1).end)

    def _place(self, offset: int) -> Extent:
        """Return the stretch of one character of the line: a token's is its whole mention."""
        piece = bisect_right(self.offsets, offset) - 1
        place = self.places[piece]
        if piece % 2:
            return place
        start = place.start + offset - self.offsets[piece]
        return Extent(start, start + 1)

    @property
    def letters(self) -> frozenset[str]:
        """The kinds of tokens in the line."""
        return frozenset(_LETTER.findall(self.line))

    def said(self, start: int, end: int) -> str:
        """Return what the document says there, on one line."""
        return " ".join(self.reading.words(self.extent(start, end)).split())

    def named(self, line: str) -> tuple[Named, ...]:
        """Return the mentions whose tokens stand in some words of the line."""
        return tuple(self.mentions[int(number)] for number in _TOKEN.findall(line))


def mask(reading: Reading, extent: Extent, mentions: Sequence[Named]) -> Masked:
    """Return a stretch with those mentions masked that lie inside it.

    The mentions must be in order and must not overlap.
    """
    inside = within(mentions, extent)
    pieces = tuple(_pieces(reading, extent, inside))
    sizes = [len(words) for words, _ in pieces]
    return Masked(
        reading=reading,
        line="".join(words for words, _ in pieces),
        mentions=inside,
        offsets=(0, *accumulate(sizes))[: len(pieces)],
        places=tuple(place for _, place in pieces),
    )


def within(mentions: Sequence[Named], extent: Extent) -> tuple[Named, ...]:
    """Return the mentions inside a stretch; all must be in order and must not overlap."""
    first = bisect_left(mentions, extent.start, key=_start)
    after = bisect_left(mentions, extent.end, key=_start)
    return tuple(named for named in mentions[first:after] if named.extent.end <= extent.end)


def _start(named: Named) -> int:
    return named.extent.start


def _pieces(
    reading: Reading, extent: Extent, inside: Sequence[Named]
) -> Iterator[tuple[str, Extent]]:
    at = extent.start
    for number, named in enumerate(inside):
        between = Extent(at, named.extent.start)
        yield _plain(reading.words(between)), between
        yield f"{OPEN}{_letter(reading, named)}{number}{CLOSE}", named.extent
        at = named.extent.end
    rest = Extent(at, extent.end)
    yield _plain(reading.words(rest)), rest


def _plain(text: str) -> str:
    """Return the words with line ends as spaces and without characters that mark tokens."""
    return re.sub(f"[\\s{OPEN}{CLOSE}]", " ", text)


def _letter(reading: Reading, named: Named) -> str:
    inspects = named.type == "report" and _INSPECTS.search(reading.words(named.extent))
    return INSPECTION if inspects else LETTERS[named.type]


def any_of(alternatives: Iterable[str]) -> str:
    """Return the alternatives of a pattern, longest first: a set's own order may change."""
    return "|".join(sorted(alternatives, key=lambda one: (-len(one), one)))


@cache
def compile_rule(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern with its slots written out."""
    for name, shape in _shorthands().items():
        pattern = pattern.replace(f"{{{name}}}", shape)
    return re.compile(_SLOT.sub(_slot, pattern))


@cache
def _shorthands() -> dict[str, str]:
    breaks = any_of(words("reports", "breaks"))
    heads = any_of(words("relations", "role_heads"))
    follows = any_of(words("relations", "after_a_whole"))
    return {
        "adv": "(?:(?:[a-z]+ly|today|yesterday|now|also|since|already|later) )?",
        "gap": r"[^.;!?“”]{0,90}?",
        "date": f"(?P<date>{DATE_WORDS})",
        "SAID": r"(?: (?:said|says|added|told \ue000[PO]\d+\ue001)(?: that)? (?:he|she|it|they))?",
        "whole": rf"(?![’']s?(?!\w)| (?!(?:{follows})\b)[a-z])",
        "word": rf"(?!(?i:{breaks})\b)[\w’'-]+ ",
        "ROLE": rf"(?:(?!(?i:{breaks})\b)[\w’'-]+ ){{0,5}}?(?i:{heads})"
        r"(?: (?:of|for) [a-z]+(?: [a-z]+)?)?",
    }


def kinds_of(letters: str) -> frozenset[str]:
    """Return the letters of tokens that a slot takes."""
    return frozenset(letters.replace("R", f"R{INSPECTION}").replace("N", "R"))


def _slot(match: re.Match[str]) -> str:
    kinds = "".join(sorted(kinds_of(match["kinds"])))
    token = f"{OPEN}[{kinds}]\\d+{CLOSE}"
    between = _DESCRIBED if match["many"] == "*" else _OWNER if "R" in kinds else ""
    token += CUT if "O" in kinds else ""
    count = _COUNT if "R" in kinds else ""
    shape = token if match["many"] == "!" else f"{_THE}{count}{between}{token}"
    if match["many"] in {"+", "*"}:
        shape += f"(?:{_ASIDE}{_AND}{shape})*"
    return f"(?P<{match['name']}>{shape})" if match["name"] else f"(?:{shape})"
