"""Things by the place where they stand, to be found there without looking at all of them."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from ingest.reading import Extent

T = TypeVar("T")


class InOrder(Generic[T]):
    """Things with their stretches, none of which reaches over the start of the next but one."""

    def __init__(self, placed: Iterable[tuple[Extent, T]]) -> None:
        self._placed = sorted(placed, key=lambda one: one[0])

    def __bool__(self) -> bool:
        return bool(self._placed)

    def inside(self, extent: Extent) -> tuple[T, ...]:
        """Return the things that begin in a stretch, in order."""
        return tuple(thing for _, thing in self._between(extent, back=0))

    def touching(self, extent: Extent) -> tuple[T, ...]:
        """Return the things that share a character with a stretch, in order."""
        near = self._between(extent, back=2)
        return tuple(thing for place, thing in near if place.touches(extent))

    def _between(self, extent: Extent, *, back: int) -> list[tuple[Extent, T]]:
        first = bisect_left(self._placed, extent.start, key=lambda one: one[0].start)
        after = bisect_left(self._placed, extent.end, key=lambda one: one[0].start)
        return self._placed[max(0, first - back) : after]
