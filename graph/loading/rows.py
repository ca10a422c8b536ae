"""The graph as it should stand: assembled records → nodes and relationships of the schema.

What the schema does not allow is reported and left out. A relationship that came from words
carries `passages`, and every passage is a node that leads to its document.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.assembly import Assembly, Problem
from graph.ids import edge_id
from graph.loading.edge_rows import (
    Edge,
    judgement_edges,
    link_edge,
    mention_edge,
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
from graph.loading.units import Unit, units
from graph.model import Span
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
    known = Known.of(made.records, made.joins, made.judged)
    found = [unit_rows(unit, known) for unit in units(made.records, known)]
    return Rows(
        nodes=tuple(sorted((n for rows in found for n in rows.nodes), key=_by_label)),
        edges=tuple(sorted((e for rows in found for e in rows.edges), key=_by_type)),
        problems=tuple(sorted(problem for rows in found for problem in rows.problems)),
    )


def unit_rows(unit: Unit, known: Known) -> Rows:
    """Return what one unit gives to the graph."""
    problems: list[Problem] = []
    edges = [edge for edge in _edges(unit, known) if _may_stand(edge, known, problems)]
    words = _words(unit, edges) if unit.key in known.documents else set()
    held = {edge.source for edge in edges if edge.type == "MADE_BY"}
    nodes = [
        *(entity_node(entity, known.joins.get(entity.id, ())) for entity in unit.entities),
        *(document_node(document, unit.statements, held) for document in unit.documents),
        *(statement_node(statement, known) for statement in unit.statements),
        *(judgement_node(judged, known) for judged in unit.judged),
        *passage_nodes(words),
    ]
    rows = [*(_row(edge, known) for edge in edges), *_places(unit, words)]
    return Rows(nodes=tuple(nodes), edges=tuple(rows), problems=tuple(problems))


def _by_label(node: NodeRow) -> tuple[str, str]:
    return node.label, node.id


def _by_type(edge: EdgeRow) -> tuple[str, str]:
    return edge.type, edge.id


def _edges(unit: Unit, known: Known) -> Iterator[Edge]:
    yield from map(link_edge, unit.links)
    for statement in unit.statements:
        yield from statement_edges(statement, known)
    for entity, mentions in unit.mentions.items():
        yield mention_edge(unit.key, entity, mentions, known)
    for judged in unit.judged:
        yield from judgement_edges(judged, known)
    yield from unit.issued


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


def _words(unit: Unit, edges: Iterable[Edge]) -> set[Span]:
    words = {span for edge in edges for span in edge.spans if span.document == unit.key}
    return words.union(unit.elsewhere, *(statement.parts for statement in unit.statements))


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


def _places(unit: Unit, words: Iterable[Span]) -> Iterator[EdgeRow]:
    for span in words:
        ends = ("Passage", span.passage), ("Document", span.document)
        yield _plain("PART_OF_TEXT", *ends, {})
    for statement in unit.statements if words else ():
        for position, part in enumerate(statement.parts, 1):
            ends = ("Statement", statement.id), ("Passage", part.passage)
            yield _plain("STATED_IN", *ends, {"position": position})


def _plain(
    type_: str, source: tuple[str, str], target: tuple[str, str], properties: dict[str, object]
) -> EdgeRow:
    id_ = edge_id(type_, source[1], target[1])
    return EdgeRow(type=type_, id=id_, source=source, target=target, properties=properties)
