"""An export as the networkx graph that its XML and JSON formats are written from."""

import json

import networkx as nx

from graph.exports.columns import Value
from graph.exports.export import Export, Fields


def as_graph(export: Export) -> "nx.MultiDiGraph[str]":
    """Return things keyed by id and links by their own id, lists as JSON arrays in a text.

    `label` is what a program shows: a thing's name, a link's type.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(export.about.lines())
    graph.add_nodes_from(
        (str(fields["id"]), {"label": fields["name"], **_flat(fields, "id")})
        for fields in export.things
    )
    for fields in export.links:
        ends = str(fields["source"]), str(fields["target"])
        graph.add_edge(*ends, key=str(fields["id"]))
        known = {"label": fields["link"], **_flat(fields, "id", "source", "target")}
        graph.edges[*ends, str(fields["id"])].update(known)
    return graph


def plain(value: Value) -> str | int | bool:
    """Return a value as a format without lists holds it: a list becomes a JSON array in a text."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _flat(fields: Fields, *without: str) -> dict[str, str | int | bool]:
    return {name: plain(value) for name, value in fields.items() if name not in without}
