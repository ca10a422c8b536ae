"""Relationships as they should stand, before the schema has been asked whether they may."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.assembly import Judged
from graph.ids import edge_id
from graph.loading.known import Known
from graph.model import Link, Mention, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relationship between two ids, with the words it rests on."""

    type: str
    id: str
    source: str
    target: str
    spans: tuple[Span, ...]
    properties: dict[str, object]


def link_edge(link: Link) -> Edge:
    """Return a link's relationship."""
    return Edge(
        type=link.type,
        id=link.id,
        source=link.source,
        target=link.target,
        spans=link.spans,
        properties={
            "inferred": link.inferred,
            "date": link.date and link.date.value,
            "role": link.role,
            "review": link.review,
            "method": link.method,
            "confidence": link.confidence,
            "retracted": link.retracted or None,
        },
    )


def statement_edges(statement: Statement, known: Known) -> Iterator[Edge]:
    """Yield who holds it, who reports it, what it stands in and speaks of.

    What an ABOUT link says already is not said twice.
    """
    for speaker in statement.speakers:
        spans = (speaker.span,) if speaker.span else ()
        yield _edge("MADE_BY", statement.id, speaker.entity, spans, capacity=speaker.capacity)
    if statement.reported_by:
        yield _edge("REPORTED_BY", statement.id, statement.reported_by)
    if statement.within:
        yield _edge("WITHIN", statement.id, statement.within)
    for thing in statement.about:
        if (statement.id, thing) not in known.linked:
            yield _edge(
                "ABOUT", statement.id, thing, statement.parts, inferred=True,
                review=statement.review, method=statement.method,
                confidence=statement.confidence,
            )  # fmt: skip


def mention_edge(document: str, entity: str, mentions: Sequence[Mention], known: Known) -> Edge:
    """Return the one MENTIONS of a document and an entity.

    The passages of a protected entity leave out those that may hold its name.
    """
    thing = known.entities.get(entity)
    spans = tuple(
        mention.span
        for mention in mentions
        if not (thing and thing.protected and mention.level == "name")
    )
    return _edge("MENTIONS", document, entity, spans, count=len(mentions))


def judgement_edges(judged: Judged, known: Known) -> Iterator[Edge]:
    """Yield what a judgement is on, and the two statements that one compares.

    One on a link has no edge: it names the link by its id.
    """
    id_ = judged.judgement.id
    if known.label(judged.on) not in (None, "Judgement"):
        yield _edge("ON", id_, judged.on)
    pair = (judged.on, judged.other) if judged.judgement.action == "compare" else ()
    for statement in pair:
        if statement in known.statements:
            yield _edge("BETWEEN", id_, str(statement))


def publisher_edges(known: Known) -> Iterator[Edge]:
    """Yield ISSUED_BY where a publisher bears the name of one organisation, and only one."""
    named: dict[str, set[str]] = defaultdict(set)
    for entity in known.entities.values():
        if entity.type == "organisation":
            for name in (entity.name, *entity.aliases):
                named[_plain(name)].add(entity.id)
    for document in known.documents.values():
        found = named.get(_plain(document.publisher or ""), set())
        if len(found) == 1:
            yield _edge("ISSUED_BY", document.id, next(iter(found)))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _edge(
    type_: str, source: str, target: str, spans: Iterable[Span] = (), **properties: object
) -> Edge:
    return Edge(
        type=type_, id=edge_id(type_, source, target), source=source, target=target,
        spans=tuple(spans), properties=properties,
    )  # fmt: skip
