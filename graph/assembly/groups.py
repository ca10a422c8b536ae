"""Which entities are one: what resolution joined, then what people merged, split and protected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.assembly.editing import NAMING, Edit, edited_entity, put_in_one
from graph.assembly.merging import PROTECTED
from graph.assembly.renaming import Names
from graph.errors import OnRecordError
from graph.ids import digest
from graph.judgements import Judgement
from graph.model import Entity, EntityType, Join, Record

Source = tuple[str, Sequence[Record]]
"""The id of a document, and its records."""
_MERGED = "person/merge"
_GONE = "it is not there any more"


@dataclass(slots=True, kw_only=True)
class Groups:
    """Every entity id with the one that its group is known by, while judgements are replayed.

    `kinds`: what each document says of each id. `moved`: by document and id, the id that the
    words of this document are of since a split. `hidden`: the ids of groups that are protected.
    `former`: ids that judgements gave which were undone since, with those that they stood for.
    `edits`: what people corrected, in order.
    """

    kinds: dict[str, dict[str, Entity]]
    known_by: dict[str, str] = field(default_factory=dict)
    joins: dict[str, Join] = field(default_factory=dict)
    moved: dict[tuple[str, str], str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    former: dict[str, str] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)

    @classmethod
    def of(
        cls, sources: Iterable[Source], joins: Iterable[Join], undone: Iterable[Judgement] = ()
    ) -> "Groups":
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
            former={new: old for judgement in undone for new, old in _given(judgement, kinds)},
        )

    def into(self) -> dict[str, str]:
        """Return for each id that is not its group's own the one that it is joined into."""
        joined = {id_: first for id_, first in self.known_by.items() if id_ != first}
        former = {new: old for new, old in self.former.items() if new not in self.known_by}
        return {**former, **joined}

    def first(self, id_: str) -> str | None:
        """Return the id that the group of an id is known by; null where there is none."""
        seen = {id_}
        while id_ not in self.known_by and (before := self.former.get(id_)) not in {None, *seen}:
            id_ = str(before)
            seen.add(id_)
        return self.known_by.get(id_)

    def members(self, id_: str) -> set[str]:
        """Return the ids of the group that this one belongs to."""
        first = self.first(id_)
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
        first = self.first(judgement.other or "") or ""
        why = f"{judgement.by} says that they are one" + (
            f": {judgement.why}" * bool(judgement.why)
        )
        before = self.first(judgement.on) or ""
        self.joins.pop(first, None)
        self.joins[before] = Join(id=before, into=first, method=_MERGED, why=why)
        self.known_by.update(dict.fromkeys(one, first))
        return None

    def split(self, judgement: Judgement) -> str | None:
        """Take some out of a group; return why that cannot be, null where it is done."""
        group = self.members(judgement.on)
        if self.hidden & group:
            return "it is protected, and what was parted from it would be named"
        apart = group & set(judgement.parts)
        moved = {
            (document, id_): split_id(entity.type, id_, document)
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
            self.kinds[new] = {document: replace(self.kinds[id_].pop(document), id=new)}
        self._part(group - apart)
        self._part(apart | set(moved.values()))
        return None

    def protect(self, judgement: Judgement) -> str | None:
        """Let a group be known by an id that derives from no name; return why it cannot be."""
        group = self.members(judgement.on)
        if not group:
            return _GONE
        types = self._types(group)
        if not types or types - PROTECTED.keys():
            return "only a person or a case is protected"
        first = protected_id(min(types), judgement)
        self.known_by.update(dict.fromkeys({*group, first}, first))
        self.hidden.add(first)
        return None

    def edit(self, judgement: Judgement) -> str | None:
        """Correct fields of a group's entity; return why that cannot be, null where it is done."""
        group, saw = self.members(judgement.on), judgement.saw[0]
        if not group:
            return _GONE
        if not isinstance(saw, Entity) or self._types(group) != {saw.type}:
            return "what it judged has changed since"
        said = [entity for id_ in group for entity in self.kinds.get(id_, {}).values()]
        secret = self.hidden & group or any(entity.protected for entity in said)
        if secret and NAMING & judgement.changes.keys():
            return "it is protected, and must not be named"
        edit = Edit(
            of=self.first(judgement.on) or "", among=frozenset(group), changes=judgement.changes
        )
        try:
            became = edited_entity(put_in_one(edit.of, said, self.edits, group), edit.changes)
        except OnRecordError as fault:
            return f"what it gives does not fit: {fault.happened}"
        if secret and became.type not in PROTECTED:
            return "it is protected, and only a person or a case is"
        self.edits.append(edit)
        if became.type != saw.type:
            for id_ in group & self.kinds.keys():
                self.kinds[id_] = {
                    document: replace(entity, type=became.type)
                    for document, entity in self.kinds[id_].items()
                }
        return None

    def _part(self, group: set[str]) -> None:
        first = min({self.known_by.get(id_, "") for id_ in group} & group or group)
        for id_ in group:
            self.known_by[id_] = first
        self.joins.pop(first, None)

    def _types(self, group: Iterable[str]) -> set[EntityType]:
        return {entity.type for id_ in group for entity in self.kinds.get(id_, {}).values()}

    def _unnamed(self, group: set[str]) -> bool:
        said = (entity for id_ in group for entity in self.kinds.get(id_, {}).values())
        return bool(self.hidden & group) or any(e.anonymous or e.protected for e in said)


def protected_id(type_: EntityType, judgement: Judgement) -> str:
    """Return the id of what a judgement protects: it derives from the judgement's alone."""
    return f"{type_}-{digest('protected', judgement.id)}"


def split_id(type_: EntityType, id_: str, document: str) -> str:
    """Return the id of whom the words of a document are, once they are parted from an entity."""
    return f"{type_}-{digest('split', id_, document)}"


def _given(
    judgement: Judgement, kinds: Mapping[str, Mapping[str, Entity]]
) -> Iterable[tuple[str, str]]:
    """Yield the ids that a judgement gave, each with the one that it stood for."""
    if judgement.action == "protect":
        for saw in judgement.saw:
            if isinstance(saw, Entity):
                yield protected_id(saw.type, judgement), judgement.on
    elif judgement.action == "split":
        for id_, said in kinds.items():
            for document in said.keys() & set(judgement.parts):
                yield split_id(said[document].type, id_, document), id_
