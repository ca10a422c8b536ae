"""What the steps after names work on: a document's entities, mentions and attributed words.

Mentions are flat and in order, so that every later rule sees the same stretch as the same thing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Entity
from ingest.masked import Masked, mask, within
from ingest.reading import Extent, Named, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Entities that a step made from a document, and the places that speak of them.

    `own`: the key of the report that the document is, or that its own authors put forward.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Named, ...] = ()
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Attributed words with their speakers' keys; `bodies`: whom a spokesperson speaks for.

    `reported`: they stand inside the words of somebody else, who says when and to whom.
    """

    parts: tuple[Extent, ...]
    speakers: tuple[str, ...] = ()
    source: Extent | None = None
    cue: Extent | None = None
    bodies: tuple[str, ...] = ()
    reported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Everything known of a document when links are sought; `paragraphs` without boilerplate."""

    reading: Reading
    entities: Mapping[str, Entity]
    mentions: tuple[Named, ...]
    paragraphs: tuple[Masked, ...]
    said: tuple[Said, ...] = ()
    own: str | None = None

    def within(self, extent: Extent) -> tuple[Named, ...]:
        """Return the mentions that lie inside a stretch, in order."""
        return within(self.mentions, extent)


def flatten(mentions: Iterable[Named]) -> tuple[Named, ...]:
    """Return mentions in order, none overlapping: the longest wins, then the earliest."""
    kept: list[Named] = []
    for named in sorted(mentions, key=_longest_first):
        place = bisect_left(kept, named.extent, key=_extent)
        beside = kept[max(0, place - 1) : place + 1]
        if not any(named.extent.touches(other.extent) for other in beside):
            kept.insert(place, named)
    return tuple(kept)


def mask_paragraphs(reading: Reading, mentions: Sequence[Named]) -> tuple[Masked, ...]:
    """Return the paragraphs with these mentions masked, boilerplate left out."""
    return tuple(
        mask(reading, paragraph.extent, mentions)
        for paragraph in reading.paragraphs
        if paragraph.zone != "boilerplate"
    )


def _extent(named: Named) -> Extent:
    return named.extent


def _longest_first(named: Named) -> tuple[int, Extent, str]:
    start, end = named.extent
    return start - end, named.extent, named.key


def lay(
    reading: Reading, *found: Found, said: Sequence[Said] = (), own: str | None = None
) -> Ground:
    """Return the ground that these findings make together; the first `own` given holds."""
    mentions = flatten(named for part in found for named in part.mentions)
    return Ground(
        reading=reading,
        entities={entity.id: entity for part in found for entity in part.entities},
        mentions=mentions,
        paragraphs=mask_paragraphs(reading, mentions),
        said=tuple(said),
        own=own or next((part.own for part in found if part.own), None),
    )
