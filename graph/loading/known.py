"""Assembled records at hand by id, for the rows that refer to one another."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.assembly import Became, Judged
from graph.model import Document, Entity, Mention, Record, Statement
from graph.schema import ENTITY_LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Documents, entities, statements and judgements by id.

    `mentions` by document and entity, in text order; `joins` by the entity that came of them.
    `linked`: the pairs of statement and thing that an ABOUT link joins. `judged_links`: where each
    link begins that was judged.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    mentions: dict[tuple[str, str], list[Mention]] = field(default_factory=dict)
    joins: dict[str, list[Became]] = field(default_factory=dict)
    judged: dict[str, Judged] = field(default_factory=dict)
    linked: set[tuple[str, str]] = field(default_factory=set)
    judged_links: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, records: Iterable[Record], joins: Iterable[Became] = (), judged: Iterable[Judged] = ()
    ) -> "Known":
        """Return the index of these records, of what became one and of what was judged."""
        known = cls(mentions=defaultdict(list), judged={one.judgement.id: one for one in judged})
        on = {one.on for one in known.judged.values()}
        for became in joins:
            known.joins.setdefault(became.into, []).append(became)
        for record in records:
            if isinstance(record, Document):
                known.documents[record.id] = record
            elif isinstance(record, Entity):
                known.entities[record.id] = record
            elif isinstance(record, Statement):
                known.statements[record.id] = record
            elif isinstance(record, Mention):
                known.mentions[record.span.document, record.entity].append(record)
            else:
                if record.type == "ABOUT":
                    known.linked.add((record.source, record.target))
                if record.id in on:
                    known.judged_links[record.id] = record.source
        for places in known.mentions.values():
            places.sort(key=lambda mention: mention.span)
        return known

    def label(self, id_: str) -> str | None:
        """Return the label of the node with this id, null where no record describes it."""
        if entity := self.entities.get(id_):
            return ENTITY_LABELS[entity.type]
        if id_ in self.statements:
            return "Statement"
        if id_ in self.judged:
            return "Judgement"
        return "Document" if id_ in self.documents else None

    def outer(self, statement: Statement) -> list[Statement]:
        """Return the statements this one stands in, nearest first; a ring ends where it closes."""
        chain: list[Statement] = []
        here = statement
        while (above := self.statements.get(here.within or "")) and above not in chain:
            if above == statement:
                break
            chain.append(above)
            here = above
        return chain
