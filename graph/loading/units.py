"""The graph cut into units: what one document gives, a shelf of entities, or one of judgements.

Each record is in one unit. The rows of a unit follow from its `inputs` alone, so that they need not
be made again where those are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from zlib import crc32

import msgspec

from graph.assembly import Judged
from graph.loading.edge_rows import Edge, link_edge, publisher_edges, statement_edges
from graph.loading.known import Known
from graph.loading.node_rows import speaker_names
from graph.model import Document, Entity, Link, Mention, Record, Span, Statement
from graph.schema import EDGE_BY_NAME

# A change of one entity costs its shelf: small enough to be made anew at once, few enough to list.
_SHELVES = 1024
_encode = msgspec.json.Encoder().encode


@dataclass(slots=True, kw_only=True)
class Unit:
    """What belongs together; `key` is a document's id or a shelf's name.

    `mentions` by entity; `issued` who published it; `elsewhere` the words of this document on
    which something rests that is of another.
    """

    key: str
    documents: list[Document] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    mentions: dict[str, Sequence[Mention]] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)
    issued: list[Edge] = field(default_factory=list)
    elsewhere: set[Span] = field(default_factory=set)


def units(records: Iterable[Record], known: Known) -> list[Unit]:
    """Return the units of these records: entities, documents, judgements, each in order of keys.

    Where one is written after those before it, every end of its links is there, but for the few
    that lead to another document.
    """
    found: dict[str, Unit] = {}
    for record in records:
        if isinstance(record, Document):
            _at(found, record.id).documents.append(record)
        elif isinstance(record, Entity):
            _at(found, _shelf("entities", record.id)).entities.append(record)
        elif isinstance(record, Statement):
            _at(found, record.document).statements.append(record)
            _note_elsewhere(record.document, record, known, found)
        elif isinstance(record, Link):
            home = record.spans[0].document
            _at(found, home).links.append(record)
            _note_elsewhere(home, record, known, found)
    for (document, entity), mentions in known.mentions.items():
        _at(found, document).mentions[entity] = mentions
    for judged in known.judged.values():
        _at(found, _shelf("judgements", judged.judgement.id)).judged.append(judged)
    for edge in publisher_edges(known):
        _at(found, edge.source).issued.append(edge)
    return sorted(
        found.values(), key=lambda unit: (_ORDER.get(unit.key.split("/")[0], 1), unit.key)
    )


_ORDER = {"entities": 0, "judgements": 2}


def _at(found: dict[str, Unit], key: str) -> Unit:
    if key not in found:
        found[key] = Unit(key=key)
    return found[key]


def _shelf(kind: str, id_: str) -> str:
    return f"{kind}/{crc32(id_.encode()) % _SHELVES:04}"


def _note_elsewhere(
    home: str, record: Statement | Link, known: Known, found: dict[str, Unit]
) -> None:
    if all(span.document == home for span in record.spans):
        return
    edges = [link_edge(record)] if isinstance(record, Link) else statement_edges(record, known)
    for edge in edges:
        ends = known.label(edge.source), known.label(edge.target)
        for span in (
            edge.spans if EDGE_BY_NAME[edge.type].allows(str(ends[0]), str(ends[1])) else ()
        ):
            if span.document != home:
                _at(found, span.document).elsewhere.add(span)


def inputs(unit: Unit, known: Known) -> bytes:
    """Return a digest of all that the unit's rows follow from: its records, and what they name."""
    whole = blake2b(digest_size=16)
    for part in _parts(unit, known):
        whole.update(_encode(part))
    return whole.digest()


def _parts(unit: Unit, known: Known) -> Iterator[object]:
    yield from (unit.documents, unit.entities, unit.statements, unit.links, unit.judged)
    yield [known.joins.get(entity.id) for entity in unit.entities]
    yield sorted(unit.mentions.items())
    yield [(edge.source, edge.target) for edge in unit.issued]
    yield [known.judged_links.get(judged.on) for judged in unit.judged]
    yield sorted(unit.elsewhere)
    yield [_face(id_, known) for id_ in sorted(_named(unit))]
    for statement in unit.statements:
        yield [id_ for id_ in statement.about if (statement.id, id_) in known.linked]
        yield [(outer.id, speaker_names(outer, known)) for outer in known.outer(statement)]


def _named(unit: Unit) -> set[str]:
    """Return the ids that the unit's records refer to."""
    named = set(unit.mentions)
    for statement in unit.statements:
        named.update(speaker.entity for speaker in statement.speakers)
        named.update(statement.about, filter(None, (statement.within, statement.reported_by)))
    for link in unit.links:
        named.update((link.source, link.target))
    for judged in unit.judged:
        named.update(filter(None, (judged.on, judged.other)))
    return named


def _face(id_: str, known: Known) -> tuple[object, ...]:
    """Return what the rows of others show of a thing."""
    entity = known.entities.get(id_)
    shown = (entity.name, entity.anonymous, entity.protected) if entity else ()
    return id_, known.label(id_), *shown
