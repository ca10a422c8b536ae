"""OVERSEES and PART_OF: bodies that oversee, parts of bodies, and parts of a set of cases."""

from collections.abc import Iterator, Sequence

from ingest.ground import Ground
from ingest.reading import Extent
from ingest.relations.draft import Draft
from ingest.relations.rules import apply_rules


def find_oversight(
    ground: Ground, subsets: Sequence[tuple[str, str, Extent]] = ()
) -> Iterator[Draft]:
    """Yield who oversees whom and what is part of what; `subsets` are part, whole and words."""
    yield from apply_rules(ground, "oversight")
    for part, whole, extent in subsets:
        yield Draft(
            type="PART_OF", source=part, target=whole, extents=(extent,), rule="some-of-the-cases"
        )
