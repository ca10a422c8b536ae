"""JSON as `networkx.node_link_graph` reads it: what the export is, its things and its links."""

import json

from graph.exports.export import Export


def node_link(export: Export) -> bytes:
    """Return the export as JSON in UTF-8; lists are lists, what is not known is not there."""
    things = [dict(fields) for fields in export.things]
    links = [{**fields, "key": fields["id"]} for fields in export.links]
    whole = {
        "directed": True,
        "multigraph": True,
        "graph": dict(export.about.lines()),
        "nodes": things,
        "edges": links,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
