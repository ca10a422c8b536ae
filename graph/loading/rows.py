"""The graph as it should stand: assembled records → nodes and relationships of the schema.

What the schema does not allow is reported and left out. A relationship that came from words
carries `passages`, and every passage is a node that leads to its document.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.assembly import Assembly, Problem
from graph.ids import edge_id
from graph.loading.edge_rows import (
    Edge,
    judgement_edges,
    link_edge,
    mention_edges,
    publisher_edges,
    statement_edges,
)
from graph.loading.known import Known
from graph.loading.node_rows import (
    document_node,
    entity_node,
    judgement_node,
    passage_nodes,
    statement_node,
)
from graph.model import Link, Record, Span
from graph.schema import EDGE_BY_NAME
from graph.stores.store import EdgeRow, NodeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Every node and relationship, each id once, and what was left out with the reason."""

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    problems: tuple[Problem, ...]


def graph_rows(made: Assembly) -> Rows:
    """Return the whole graph of an archive's records as they stand."""
    records = made.records
    known = Known.of(records, made.joins, made.judged)
    problems: list[Problem] = []
    edges = [edge for edge in _edges(records, known) if _may_stand(edge, known, problems)]
    words = _words(edges, known)
    nodes = [
        *(
            entity_node(entity, known.joins.get(entity.id, ()))
            for entity in known.entities.values()
        ),
        *(document_node(document) for document in known.documents.values()),
        *(statement_node(statement, known) for statement in known.statements.values()),
        *(judgement_node(judged) for judged in known.judged.values()),
        *passage_nodes(words),
    ]
    rows = [*(_row(edge, known) for edge in edges), *_places(words, known)]
    return Rows(
        nodes=tuple(sorted(nodes, key=lambda node: (node.label, node.id))),
        edges=tuple(sorted(rows, key=lambda edge: (edge.type, edge.id))),
        problems=tuple(sorted(problems)),
    )


def _edges(records: Sequence[Record], known: Known) -> Iterator[Edge]:
    links = [record for record in records if isinstance(record, Link)]
    yield from map(link_edge, links)
    linked = {(link.source, link.target) for link in links if link.type == "ABOUT"}
    for statement in known.statements.values():
        yield from statement_edges(statement, linked)
    yield from mention_edges(known)
    yield from judgement_edges(known)
    yield from publisher_edges(known)


def _may_stand(edge: Edge, known: Known, problems: list[Problem]) -> bool:
    source, target = known.label(edge.source), known.label(edge.target)
    if source is None or target is None:
        missing = edge.source if source is None else edge.target
        reason = f"{edge.type} was not stored, because no record describes {missing}"
    elif not EDGE_BY_NAME[edge.type].allows(source, target):
        reason = f"{edge.type} was not stored, because it may not lead from {source} to {target}"
    else:
        return True
    problems.append(Problem(subject=edge.id, happened=f"{reason} ({edge.source} → {edge.target})"))
    return False


def _words(edges: Iterable[Edge], known: Known) -> set[Span]:
    words = {span for edge in edges for span in edge.spans}
    words.update(part for statement in known.statements.values() for part in statement.parts)
    return {span for span in words if span.document in known.documents}


def _row(edge: Edge, known: Known) -> EdgeRow:
    properties = {key: value for key, value in edge.properties.items() if value is not None}
    if "passages" in EDGE_BY_NAME[edge.type].properties:
        properties["passages"] = [span.passage for span in edge.spans]
    return EdgeRow(
        type=edge.type,
        id=edge.id,
        source=(str(known.label(edge.source)), edge.source),
        target=(str(known.label(edge.target)), edge.target),
        properties=properties,
    )


def _places(words: Iterable[Span], known: Known) -> Iterator[EdgeRow]:
    for span in words:
        ends = ("Passage", span.passage), ("Document", span.document)
        yield _plain("PART_OF_TEXT", *ends, {})
    for statement in known.statements.values():
        for position, part in enumerate(statement.parts, 1):
            if part.document in known.documents:
                ends = ("Statement", statement.id), ("Passage", part.passage)
                yield _plain("STATED_IN", *ends, {"position": position})


def _plain(
    type_: str, source: tuple[str, str], target: tuple[str, str], properties: dict[str, object]
) -> EdgeRow:
    id_ = edge_id(type_, source[1], target[1])
    return EdgeRow(type=type_, id=id_, source=source, target=target, properties=properties)
