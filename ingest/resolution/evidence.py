"""What the records of all documents say of each entity, gathered once for every kind of join."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Document, Entity, EntityType, Link, LinkType, Mention, Record


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The records that resolution reads, without rejected links.

    `versions`: the different things that documents say of each entity, without whoever one hides.
    `origins`: for documents that share their text with others, the first of these.
    """

    versions: Mapping[str, Sequence[Entity]]
    links: tuple[Link, ...]
    documents: tuple[Document, ...]
    mentions: Mapping[str, Sequence[Mention]]
    origins: Mapping[str, str]

    def ends(self, type_: LinkType, end: EntityType) -> Iterator[tuple[Link, Entity]]:
        """Yield each link of a type with what the documents say of the end that is of a kind."""
        for link in self.links:
            if link.type == type_:
                key = link.source if end == "person" else link.target
                said = self.versions.get(key, ())
                yield from ((link, entity) for entity in said if entity.type == end)

    def of_type(self, type_: EntityType) -> Iterator[Entity]:
        """Yield every version of every entity of a type, in order of ids."""
        for _, said in sorted(self.versions.items()):
            yield from (entity for entity in said if entity.type == type_)

    def called(self, id_: str) -> str:
        """Return how an entity or a document of this id is called; anything else as it stands."""
        return self._titles.get(id_) or next((one.name for one in self.versions.get(id_, ())), id_)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {one.id: one.title or one.name for one in self.documents}


def gather(records: Sequence[Record], origins: Mapping[str, str] | None = None) -> Evidence:
    """Return the evidence of these records, in an order that theirs does not change."""
    # A body that many documents name alike is one version, else pairs of them would cost squares.
    versions: dict[str, dict[Entity, None]] = defaultdict(dict)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for record in records:
        if isinstance(record, Entity):
            versions[record.id][record] = None
        elif isinstance(record, Mention):
            mentions[record.entity].append(record)
    links = [link for link in records if isinstance(link, Link) and link.review != "rejected"]
    documents = [record for record in records if isinstance(record, Document)]
    return Evidence(
        versions={key: tuple(said) for key, said in versions.items() if not _hidden(said)},
        links=tuple(sorted(links, key=lambda link: link.id)),
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        mentions=mentions,
        origins=origins or {},
    )


def _hidden(said: Iterable[Entity]) -> bool:
    return any(entity.anonymous or entity.protected for entity in said)


def fold(name: str) -> str:
    """Return a name without case, accents, full stops and typographic differences."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace(".", " ")
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())
