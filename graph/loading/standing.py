"""What stands in a graph of one archive's, by id and digest; and what should, in the same shape."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from graph.loading.manifest import Given, version_of
from graph.loading.rows import Rows
from graph.schema import EDGES, NODES, STATE
from graph.stores.store import EdgeRow, NodeRow, Store

_STATE = (
    f"MATCH (n:{STATE.label} {{id: $archive}})\n"
    "RETURN n.version AS version, n.counted AS counted, n.counts AS counts\nLIMIT 1"
)
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
    return version_of([Given.of(rows).total])


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a graph says of itself: the version it was brought to ("": a load is under way).

    `counts`: how many nodes of each label and relationships of each type it was left with.
    """

    version: str
    counts: Mapping[str, int] = field(default_factory=dict)


def noted(store: Store, archive: str) -> Noted | None:
    """Return what this archive's graph says of itself; null where it was never loaded."""
    rows = store.read(_STATE, {"archive": archive}).dicts()
    if not rows:
        return None
    (said,) = rows
    names, counts = said["counted"], said["counts"]
    known = zip(names, counts, strict=False) if names and counts else ()  # type: ignore[call-overload]
    return Noted(version=str(said["version"] or ""), counts=dict(known))


def loaded_version(store: Store, archive: str) -> str | None:
    """Return the version this archive's graph was brought to; "" while a load is under way.

    Null where this archive was never loaded.
    """
    said = noted(store, archive)
    return said.version if said else None


def note(store: Store, archive: str, said: Noted) -> None:
    """Note in the graph what it was brought to."""
    counts = {name: count for name, count in sorted(said.counts.items()) if count}
    properties = {
        "version": said.version, "archive": archive,
        "counted": list(counts), "counts": list(counts.values()),
    }  # fmt: skip
    store.put_nodes([NodeRow(label=STATE.label, id=archive, properties=properties)])


def counted(store: Store, archive: str) -> dict[str, int]:
    """Return how many nodes of each label and relationships of each type are of this archive.

    Every node is looked at and asked for its relationships: what a damaged folder says of its own
    size cannot be trusted.
    """
    nodes = {node.label: _count(store, f"(n:`{node.label}`)", "n", archive) for node in NODES}
    edges = {
        edge.name: sum(
            _count(store, f"(n:`{label}`)-[r:`{edge.name}`]->()", "r", archive)
            for label in sorted({source for source, _ in edge.pairs})
            if nodes[label]
        )
        for edge in EDGES
    }
    return {name: count for name, count in {**nodes, **edges}.items() if count}


def foreign(store: Store, archive: str) -> int:
    """Return how many nodes of the database are not of this archive."""
    return int(str(store.read(_FOREIGN, {"archive": archive}).rows[0][0]))


def _count(store: Store, pattern: str, what: str, archive: str) -> int:
    # The pattern holds names of the schema alone.
    cypher = f"MATCH {pattern}\nWHERE n.archive = $archive\nRETURN count({what}) AS found"
    return int(str(store.read(cypher, {"archive": archive}).rows[0][0]))


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
