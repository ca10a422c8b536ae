"""What is known of a document's names: entities, flat mentions, and roles that the words give."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Entity
from ingest.reading import Extent, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A person's role as the words give it: `body` is an entity's key, null where none is named.

    `extent` covers the words of the role, `person` the key of who holds it.
    """

    person: str
    body: str | None
    extent: Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Entities and mentions of one document. Mentions are in order and never overlap.

    `masked` holds the stretches that name protected people, under their keys: they resolve a
    speaker and hide a quotation's names, and never become records. `genders` gives `male` or
    `female` for people whose pronoun is settled, `kinds` the kind of each body.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Named, ...]
    masked: tuple[Named, ...] = ()
    roles: tuple[Role, ...] = ()
    genders: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def at(self, extent: Extent) -> Named | None:
        """Return the mention of exactly this stretch."""
        found = self.in_(extent)
        return found[0] if len(found) == 1 and found[0].extent == extent else None

    def in_(self, extent: Extent) -> tuple[Named, ...]:
        """Return the mentions that lie inside the stretch, in order."""
        first = bisect_left(self.mentions, extent.start, key=lambda named: named.extent.start)
        after = bisect_left(self.mentions, extent.end, key=lambda named: named.extent.start)
        return tuple(n for n in self.mentions[first:after] if n.extent.end <= extent.end)

    def entity(self, key: str) -> Entity:
        """Return the entity with this key; raise KeyError."""
        for entity in self.entities:
            if entity.id == key:
                return entity
        raise KeyError(key)
