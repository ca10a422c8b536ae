"""What a graph has and should not, lacks and should have, or has otherwise: by digests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.loading.manifest import Row
from graph.schema import NODE_BY_LABEL

Key = tuple[str, str]
"""A label or relationship type, and an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Keys that are new, that say something else, and that should not be there."""

    new: frozenset[Key] = field(default_factory=frozenset)
    other: frozenset[Key] = field(default_factory=frozenset)
    gone: frozenset[Key] = field(default_factory=frozenset)

    @classmethod
    def between(cls, there: Mapping[Key, str], want: Mapping[Key, str]) -> "Difference":
        """Return the difference of what is there and what should be, each key with its digest."""
        kept = there.keys() & want.keys()
        return cls(
            new=frozenset(want.keys() - there.keys()),
            other=frozenset(key for key in kept if there[key] != want[key]),
            gone=frozenset(there.keys() - want.keys()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The ids of nodes that came, changed or went since the graph was of the version `before`."""

    before: str
    ids: frozenset[str]

    @classmethod
    def by(cls, before: str, difference: Difference) -> "Touched":
        """Return what a difference touched."""
        keys = difference.new | difference.other | difference.gone
        return cls(before=before, ids=frozenset(id_ for name, id_ in keys if name in NODE_BY_LABEL))


def keyed(rows: Iterable[Row]) -> dict[Key, str]:
    """Return the digests of rows by their keys."""
    return {(name, id_): digest for name, id_, digest in rows}


def by_name(keys: Iterable[Key]) -> dict[str, list[str]]:
    """Return the ids of keys by label or type, all in order."""
    found: dict[str, list[str]] = {}
    for name, id_ in sorted(keys):
        found.setdefault(name, []).append(id_)
    return found
