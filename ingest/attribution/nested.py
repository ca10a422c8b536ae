"""Attributions inside a quotation: what the speaker says that someone else said.

They are the speaker's claim about the other, so they never lose the outer attribution.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.attribution.assembly import assemble
from ingest.attribution.passage import passage, quoted_parts
from ingest.attribution.rules import attribute
from ingest.attribution.voiced import is_other
from ingest.quotations import Quotation
from ingest.reading import Attribution, Extent

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
