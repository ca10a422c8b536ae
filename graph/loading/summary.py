"""What a load did, in numbers and in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.assembly import Problem
from graph.loading.difference import Touched
from graph.schema import NODE_BY_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSummary:
    """What a load did, by label or relationship type, and what it could not store.

    `version` is the graph's version: a hash of everything in it. `counts`: what it holds now.
    `miscounted`: the graph did not hold what the last load had left, so all was compared.
    `touched`: the nodes that it wrote or took away; null where that is not known of all.
    """

    version: str
    counts: Mapping[str, int] = field(default_factory=dict)
    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    miscounted: bool = False
    touched: Touched | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the graph stood as it should already."""
        return not (self.added or self.changed or self.removed)

    def lines(self) -> list[str]:
        """Return what the load did and what it could not store, a line each."""
        done = {"Added": self.added, "Changed": self.changed, "Removed": self.removed}
        sums = ", ".join(
            f"{sum(counts.values()):,} {what.lower()}" for what, counts in done.items()
        )
        return [
            *(f"note: {problem.sentence()}" for problem in self.problems),
            *([_MISCOUNTED] if self.miscounted else []),
            *(f"{what}: {_listed(counts)}." for what, counts in done.items() if counts),
            *([] if self.unchanged else [f"The graph holds {_listed(self.counts)}."]),
            f"Graph: {sums}.",
        ]


_MISCOUNTED = (
    "note: the graph did not hold as much as the last load had left in it; "
    "everything was compared and mended."
)


def _listed(counts: Mapping[str, int]) -> str:
    """Return counts as “3 Person, 2 Report; 4 MENTIONS”: labels first, then relationship types."""
    labels = {name: count for name, count in counts.items() if name in NODE_BY_LABEL}
    types = {name: count for name, count in counts.items() if name not in NODE_BY_LABEL}
    parts = (", ".join(f"{count:,} {name}" for name, count in each.items())
             for each in (labels, types))  # fmt: skip
    return "; ".join(part for part in parts if part) or "nothing"
