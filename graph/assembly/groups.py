"""Which entities are one: what resolution joined, then what people merged, split and protected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.assembly.renaming import Names
from graph.ids import digest
from graph.judgements import Judgement
from graph.model import Entity, Join, Record

Source = tuple[str, Sequence[Record]]
"""The id of a document, and its records."""
_MERGED = "person/merge"


@dataclass(slots=True, kw_only=True)
class Groups:
    """Every entity id with the one that its group is known by, while judgements are replayed.

    `kinds`: what each document says of each id. `moved`: by document and id, the id that the
    words of this document are of since a split. `hidden`: the ids of groups that are protected.
    """

    kinds: dict[str, dict[str, Entity]]
    known_by: dict[str, str] = field(default_factory=dict)
    joins: dict[str, Join] = field(default_factory=dict)
    moved: dict[tuple[str, str], str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, sources: Iterable[Source], joins: Iterable[Join]) -> "Groups":
        """Return the groups as resolution leaves them."""
        kinds: dict[str, dict[str, Entity]] = defaultdict(dict)
        for document, records in sources:
            for record in records:
                if isinstance(record, Entity):
                    kinds[record.id][document] = record
        joined = {join.id: join for join in joins}
        names = Names({id_: join.into for id_, join in joined.items()})
        return cls(
            kinds=kinds,
            known_by={id_: names[id_] for id_ in (*kinds, *joined)},
            joins=joined,
        )

    def into(self) -> dict[str, str]:
        """Return for each id that is not its group's own the one that it is joined into."""
        return {id_: first for id_, first in self.known_by.items() if id_ != first}

    def told(self) -> tuple[Join, ...]:
        """Return the joins that still hold, in order, without those of protected groups."""
        into = self.into()
        kept = (join for id_, join in self.joins.items() if id_ in into)
        return tuple(
            sorted(
                Join(id=join.id, into=into[join.id], method=join.method, why=join.why)
                for join in kept
                if into[join.id] not in self.hidden
            )
        )

    def members(self, id_: str) -> set[str]:
        """Return the ids of the group that this one belongs to."""
        first = self.known_by.get(id_)
        return {one for one, of in self.known_by.items() if of == first} if first else set()

    def merge(self, judgement: Judgement) -> str | None:
        """Let two groups be one; return why they cannot be, null where they are."""
        one, other = self.members(judgement.on), self.members(judgement.other or "")
        if not one or not other:
            return "one of the two is not there any more"
        if one == other:
            return "the two are one already"
        if self._types(one) != self._types(other):
            return "the two are of different kinds"
        if self._unnamed(one) or self._unnamed(other):
            return "one of the two is anonymous or protected, and a join might identify them"
        first = self.known_by[judgement.other or ""]
        why = f"{judgement.by} says that they are one" + (
            f": {judgement.why}" * bool(judgement.why)
        )
        before = self.known_by[judgement.on]
        self.joins.pop(first, None)
        self.joins[before] = Join(id=before, into=first, method=_MERGED, why=why)
        self.known_by.update(dict.fromkeys(one, first))
        return None

    def split(self, judgement: Judgement) -> str | None:
        """Take some out of a group; return why that cannot be, null where it is done."""
        group = self.members(judgement.on)
        apart = group & set(judgement.parts)
        moved = {
            (document, id_): f"{entity.type}-{digest('split', id_, document)}"
            for id_ in sorted(group - apart)
            for document, entity in self.kinds.get(id_, {}).items()
            if document in judgement.parts
        }
        if not apart and not moved:
            return "none of what is to be taken apart is in it"
        places = {(document, id_) for id_ in group - apart for document in self.kinds.get(id_, ())}
        if not places - moved.keys():
            return "nothing would be left"
        self.moved.update(moved)
        for (document, id_), new in moved.items():
            self.kinds[new] = {document: self.kinds[id_].pop(document)}
        self._part(group - apart)
        self._part(apart | set(moved.values()))
        return None

    def protect(self, judgement: Judgement) -> str | None:
        """Let a group be known by an id that derives from no name; return why it cannot be."""
        group = self.members(judgement.on)
        if not group:
            return "it is not there any more"
        if self._types(group) - {"person", "case"}:
            return "only a person or a case is protected"
        (type_,) = self._types(group)
        first = f"{type_}-{digest('protected', judgement.id)}"
        self.known_by.update(dict.fromkeys({*group, first}, first))
        self.hidden.add(first)
        return None

    def _part(self, group: set[str]) -> None:
        first = min({self.known_by.get(id_, "") for id_ in group} & group or group)
        for id_ in group:
            self.known_by[id_] = first
        self.joins.pop(first, None)

    def _types(self, group: Iterable[str]) -> set[str]:
        return {entity.type for id_ in group for entity in self.kinds.get(id_, {}).values()}

    def _unnamed(self, group: set[str]) -> bool:
        said = (entity for id_ in group for entity in self.kinds.get(id_, {}).values())
        return bool(self.hidden & group) or any(e.anonymous or e.protected for e in said)
