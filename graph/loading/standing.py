"""What stands in a graph of one archive's, by id and digest; and what should, in the same shape."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from graph.loading.rows import Rows
from graph.schema import EDGES, NODES, STATE
from graph.stores.store import EdgeRow, NodeRow, Store

_STATE = f"MATCH (n:{STATE.label} {{id: $archive}})\nRETURN n.version AS version\nLIMIT 1"
_FOREIGN = "MATCH (n)\nWHERE n.archive IS NULL OR n.archive <> $archive\nRETURN count(n) AS foreign"
_encoder = msgspec.json.Encoder(order="deterministic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Digests by label or type, then id. An edge's digest covers its ends."""

    nodes: Mapping[str, Mapping[str, str]]
    edges: Mapping[str, Mapping[str, str]]


def marked(rows: Rows, archive: str) -> Rows:
    """Return the rows with the archive they belong to and a digest of all they say."""
    return replace(
        rows,
        nodes=tuple(_marked_node(row, archive) for row in rows.nodes),
        edges=tuple(_marked_edge(row, archive) for row in rows.edges),
    )


def version(rows: Rows) -> str:
    """Return the version of the graph that holds these marked rows: 16 hexadecimal digits."""
    whole = hashlib.sha256()
    for properties in (row.properties for rows_ in (rows.nodes, rows.edges) for row in rows_):
        whole.update(str(properties["digest"]).encode())
    return whole.hexdigest()[:16]


def wanted(rows: Rows) -> Standing:
    """Return what marked rows would stand as."""
    nodes: dict[str, dict[str, str]] = {node.label: {} for node in NODES}
    edges: dict[str, dict[str, str]] = {edge.name: {} for edge in EDGES}
    for node in rows.nodes:
        nodes[node.label][node.id] = str(node.properties["digest"])
    for edge in rows.edges:
        edges[edge.type][edge.id] = str(edge.properties["digest"])
    return Standing(nodes=nodes, edges=edges)


def standing_nodes(store: Store, archive: str) -> dict[str, dict[str, str]]:
    """Return the digests of this archive's nodes in the graph, by label and id."""
    return {node.label: _digests(store, f"(n:`{node.label}`)", archive) for node in NODES}


def standing_edges(store: Store, archive: str) -> dict[str, dict[str, str]]:
    """Return the digests of this archive's relationships in the graph, by type and id."""
    return {edge.name: _digests(store, f"()-[n:`{edge.name}`]->()", archive) for edge in EDGES}


def loaded_version(store: Store, archive: str) -> str | None:
    """Return the version this archive's graph was brought to; "" while a load is under way.

    Null where this archive was never loaded.
    """
    rows = store.read(_STATE, {"archive": archive}).rows
    return str(rows[0][0] or "") if rows else None


def note_version(store: Store, archive: str, text: str) -> None:
    """Note in the graph what it was brought to ("": a load is under way)."""
    properties = {"version": text, "archive": archive}
    store.put_nodes([NodeRow(label=STATE.label, id=archive, properties=properties)])


def foreign(store: Store, archive: str) -> int:
    """Return how many nodes of the database are not of this archive."""
    return int(str(store.read(_FOREIGN, {"archive": archive}).rows[0][0]))


def _digests(store: Store, pattern: str, archive: str) -> dict[str, str]:
    # The pattern holds names of the schema alone.
    table = store.read(
        f"MATCH {pattern}\nWHERE n.archive = $archive\nRETURN n.id AS id, n.digest AS digest",
        {"archive": archive},
    )
    return {str(id_): str(digest) for id_, digest in table.rows}


def _marked_node(row: NodeRow, archive: str) -> NodeRow:
    digest = _digest([row.label, row.id, row.properties])
    return replace(row, properties={**row.properties, "archive": archive, "digest": digest})


def _marked_edge(row: EdgeRow, archive: str) -> EdgeRow:
    digest = _digest([row.type, row.id, row.source, row.target, row.properties])
    return replace(row, properties={**row.properties, "archive": archive, "digest": digest})


def _digest(value: object) -> str:
    return hashlib.sha256(_encoder.encode(value)).hexdigest()[:16]
