"""The schema in words: `python -m graph.schema_doc` makes `docs/schema.md` from `graph.schema`.

A test fails when the file is older than the schema.
"""

import sys

from graph.schema import EDGES, NODES, SEARCHED, STATE, EdgeType, NodeType

_HEAD = """# The graph's schema

Made from `graph/schema.py` by `python -m graph.schema_doc > docs/schema.md`; change it there.

These are the names used in Cypher. `Entity` stands beside the label of every thing of the world, so
`(n:Entity {id: $id})` finds it whatever it is. Every node and every relationship has an `id` of
ours that stays the same from load to load, and carries `archive`, the id of the archive it was
loaded from. A property whose value is unknown is absent.

`passages` are ids of `Passage` nodes: a document's id with an RFC 5147 fragment,
`<document>#char=100,180`, in Unicode code points. `review` is `proposed`, `accepted` or `rejected`;
`confidence` is `high`, `medium` or `low`; `method` names what made it. Dates are ISO text, as
precise as they are known: `2025`, `2025-10` or `2025-10-16`.

A statement with `outer` stands within another one: its `outer_speakers`, nearest first, belong to
every showing of it. `document_published` and `document_origin` are those of its document and
`start` is where its first words begin: thousands are put in order without a look at each document.
A document counts its `statements` that nobody rejected, and of them the `unresolved`, which have no
known speaker, and the `proposed`.
"""


def schema_document() -> str:
    """Return the whole document as Markdown."""
    return "\n".join([_HEAD, *_nodes(), *_edges(), *_indexes()])


def _nodes() -> list[str]:
    rows = [_node(node) for node in NODES]
    return ["## Nodes", "", "| label | is | properties |", "|---|---|---|", *rows, ""]


def _node(node: NodeType) -> str:
    label = f"`{node.label}`" + (" (`Entity`)" if node.entity else "")
    return f"| {label} | {node.meaning} | {_codes(node.properties)} |"


def _edges() -> list[str]:
    rows = [_edge(edge) for edge in EDGES]
    head = ["## Relationships", "", "| type | says | may lead | properties |", "|---|---|---|---|"]
    return [*head, *rows, "", "What no pair here allows is not stored, and is reported.", ""]


def _edge(edge: EdgeType) -> str:
    targets: dict[tuple[str, ...], list[str]] = {}
    for source in sorted({source for source, _ in edge.pairs}):
        ends = tuple(sorted(target for start, target in edge.pairs if start == source))
        targets.setdefault(ends, []).append(source)
    ways = [f"{' or '.join(starts)} → {' or '.join(ends)}" for ends, starts in targets.items()]
    properties = _codes(edge.properties)
    return f"| `{edge.name}` | {edge.meaning} | {'<br>'.join(ways)} | {properties} |"


def _indexes() -> list[str]:
    names = ", ".join(f"`{label.lower()}_search`" for label in SEARCHED)
    return [
        "## Search and state",
        "",
        f"Full-text indexes over the property `search` (folded words, not for reading): {names}.",
        "",
        f"One node `{STATE.label}` ({STATE.meaning}) holds {_codes(STATE.properties)}.",
        "",
    ]


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    sys.stdout.write(schema_document())
