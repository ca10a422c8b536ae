"""Stretches that may be names, and the rule that keeps them flat: the longest wins."""

from bisect import bisect_left
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


class Bodies:
    """Bodies in the order of the text, for looking up what stands where."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = sorted(
            (item for item in found if item.type == "organisation"), key=lambda f: f.extent
        )
        self._starts = [item.extent.start for item in self._found]

    def first_in(self, extent: Extent) -> Found | None:
        """Return the first body inside the stretch."""
        number = bisect_left(self._starts, extent.start)
        if number < len(self._found) and self._found[number].extent.within(extent):
            return self._found[number]
        return None

    def before(self, offset: int, reach: int) -> tuple[Found, ...]:
        """Return the bodies that end here or up to `reach` characters before, in order."""
        after = bisect_left(self._starts, offset)
        near = self._found[max(0, after - 8) : after]
        return tuple(f for f in near if f.extent.end <= offset and f.extent.start >= offset - reach)

    def head(self, text: str, reach: int) -> Found | None:
        """Return the first body that stands alone on a line within the first characters."""
        for body in self._found:
            if body.extent.start > reach:
                return None
            start = text.rfind("\n", 0, body.extent.start) + 1
            end = text.find("\n", body.extent.end)
            line = text[start : len(text) if end < 0 else end].strip(" .,:")
            if body.level == "name" and line == text[body.extent.start : body.extent.end]:
                return body
        return None

    def ending(self, words: str) -> Found | None:
        """Return the body whose name ends in these words, where they are most of it."""
        fitting = {f.identity: f for f in self._found if f.name.endswith(f" {words}")}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def only(self, kind: str) -> Found | None:
        """Return the body of this kind where the document names exactly one."""
        fitting = {item.identity: item for item in self._found if item.kind == kind}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def starting(self, offset: int) -> Found | None:
        """Return the body that starts here."""
        number = bisect_left(self._starts, offset)
        hit = number < len(self._starts) and self._starts[number] == offset
        return self._found[number] if hit else None

    def covering(self, offset: int) -> Found | None:
        """Return the body whose words include this character."""
        number = bisect_left(self._starts, offset + 1) - 1
        if number >= 0 and self._found[number].extent.end > offset:
            return self._found[number]
        return None
