"""Stretches that may be names, and the rule that keeps them flat: the longest wins."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import EntityType, Level
from ingest.reading import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that names something. `name` is its full name, `slug` its row, if it has one.

    `kind` is the kind of body, empty for other things.
    """

    extent: Extent
    type: EntityType
    name: str
    slug: str | None = None
    kind: str = ""
    level: Level = "name"

    @property
    def identity(self) -> tuple[EntityType, str]:
        """What makes two finds the same thing."""
        return self.type, self.slug or self.name


class Taken:
    """The characters that are already part of a name."""

    def __init__(self, size: int) -> None:
        self._marks = bytearray(size)

    def free(self, extent: Extent) -> bool:
        """Return whether no character of the stretch is taken."""
        return self._marks.find(1, extent.start, extent.end) < 0

    def take(self, extent: Extent) -> None:
        """Mark the stretch as taken."""
        self._marks[extent.start : extent.end] = b"\x01" * (extent.end - extent.start)


def flatten(found: Iterable[Found], taken: Taken) -> list[Found]:
    """Return the finds that touch neither each other nor what is taken, in order, and take them.

    The longest wins; of equal ones the first given.
    """
    kept = []
    for item in sorted(found, key=lambda f: f.extent.start - f.extent.end):
        if taken.free(item.extent):
            taken.take(item.extent)
            kept.append(item)
    return sorted(kept, key=lambda f: f.extent)
