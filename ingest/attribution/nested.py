"""Attributions inside a quotation: what the speaker says that someone else said.

They are the speaker's claim about the other, so they never lose the outer attribution.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.attribution.assembly import assemble
from ingest.attribution.found import Found
from ingest.attribution.passage import Passage, passage, quoted_parts
from ingest.attribution.rules import attribute
from ingest.attribution.voiced import is_other
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues
from ingest.quotations import Quotation
from ingest.reading import Attribution, Extent

_REPORTING = frozenset(("clause-after", "quotation-after", "according-to"))
_SHORTEST = 30  # code points: a fragment has no room for two speakers


def nested(
    text: str, outer: Attribution, quotations: Sequence[Quotation], inner: "Inner"
) -> Iterator[Attribution]:
    """Yield the attributions inside the quoted parts of `outer`, without those to the speaker."""
    claimed: set[int] = set()
    for part in outer.parts:
        for index, extent in inner.quoted_within(part):
            if extent.end - extent.start < _SHORTEST:
                continue
            p = passage(text, extent, inner.parts_of(index, extent))
            for found in attribute(p):
                made = assemble(p, found, quotations, claimed)
                if made is not None and is_other(text, made):
                    yield replace(made, rule=f"nested-{made.rule}")


def reported(
    text: str, outer: Attribution, quotations: Sequence[Quotation], inner: "Inner"
) -> Iterator[Attribution]:
    """Yield what indirect words say that someone else said: “she said the board had told her …”.

    Only a named source and a plain word of saying count; “she” in them is mostly the speaker.
    """
    claimed: set[int] = set()
    for part in outer.parts:
        p = passage(text, part, list(inner.top_within(part)))
        for found in attribute(p):
            if not _is_plain_report(p, found):
                continue
            made = assemble(p, found, quotations, claimed)
            if made is not None and is_other(text, made) and _is_inside(made, outer):
                yield replace(made, rule=f"nested-{made.rule}")


def _is_inside(made: Attribution, outer: Attribution) -> bool:
    return all(any(own.within(held) for held in outer.parts) for own in made.parts)


def _is_plain_report(p: Passage, found: Found) -> bool:
    if found.source is None or found.cue is None or found.rule not in _REPORTING:
        return False
    cue = cues().get(p.lower[found.cue.end - 1])
    first = p.word(found.source.start)
    named = p.is_capital(found.source.start) or first in words("grammar", "determiners")
    named = named and first not in words("grammar", "pronouns")
    plain = cue is not None and "speech" in cue.kinds and "weak" not in cue.kinds
    return plain and (named or first in words("grammar", "plural_speakers") - {"who"})


class Inner:
    """Which quotations stand in which stretch, found without a search through all of them."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._top = quoted_parts(quotations, None)
        self._inner: dict[int, list[tuple[int, Extent, Extent]]] = {}
        for index, quotation in enumerate(quotations):
            if quotation.outer is not None:
                held = self._inner.setdefault(quotation.outer, [])
                pairs = zip(quotation.parts, quotation.marked, strict=True)
                held.extend((index, part, marked) for part, marked in pairs)
        self._starts = [part.start for _, part, _ in self._top]

    def top_within(self, extent: Extent) -> Iterator[tuple[int, Extent, Extent]]:
        """Yield the parts of top-level quotations that lie in a stretch, with their marks."""
        for position in range(bisect_left(self._starts, extent.start), len(self._top)):
            if self._top[position][1].start >= extent.end:
                return
            yield self._top[position]

    def quoted_within(self, extent: Extent) -> Iterator[tuple[int, Extent]]:
        """Yield the parts of top-level quotations that lie in a stretch, with their index."""
        for position in range(bisect_left(self._starts, extent.start), len(self._top)):
            index, part, _ = self._top[position]
            if part.start >= extent.end:
                return
            if part.within(extent):
                yield index, part

    def parts_of(self, index: int, extent: Extent) -> list[tuple[int, Extent, Extent]]:
        """Return the parts of the quotations directly inside one, that lie in a stretch of it."""
        return [held for held in self._inner.get(index, ()) if held[1].within(extent)]
