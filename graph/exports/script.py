r"""A Cypher script that makes the exported things and links in an empty database, on each engine.

One statement a line, so that any client can run it line by line. Values stand in the text, where
no parameter can: every sign that could end or change a literal is written as an escape. A
backslash is always a literal of its own (`'a' + '\\' + 'b'`), because a parser may read `\u0027`
as a quotation mark before it looks for the end of the words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.batches import batched
from graph.explore.refs import LABEL_OF_KIND
from graph.exports.columns import Value
from graph.exports.export import Export, Fields
from graph.exports.text import xml_text
from graph.schema import NODE_BY_LABEL
from graph.stores.statements import constraint, edge_constraint, label, type_

_ROWS = 100
_ENDS = ("id", "source", "target", "link")
_SIGN = re.compile(r"['\n\r\t\x7f-\x9f\u2028\u2029]")
_SHORT = {"'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def cypher_script(export: Export) -> bytes:
    """Return the script in UTF-8. Running it twice changes nothing more.

    A control character that has no short escape becomes �, as in XML.
    """
    labels = {str(one["id"]): LABEL_OF_KIND[str(one["kind"])] for one in export.things}
    lines = [
        *(f"// {name}: {_comment(told)}" for name, told in export.about.lines()),
        "// Run it in an empty database; each line is one statement.",
        *_constraints(export, labels),
        *_things(export.things),
        *_links(export.links, labels),
    ]
    return ("\n".join(lines) + "\n").encode()


def _comment(words: str) -> str:
    return " ".join(xml_text(words).split())


def _constraints(export: Export, labels: dict[str, str]) -> list[str]:
    names = sorted({*labels.values(), *_shared(labels.values())})
    types = sorted({str(fields["link"]) for fields in export.links})
    return [f"{one};" for one in (*map(constraint, names), *map(edge_constraint, types))]


def _shared(names: Iterable[str]) -> set[str]:
    return {"Entity"} if any(NODE_BY_LABEL[name].entity for name in names) else set()


def _things(rows: Iterable[Fields]) -> list[str]:
    by_label: dict[str, list[Fields]] = defaultdict(list)
    for fields in rows:
        by_label[LABEL_OF_KIND[str(fields["kind"])]].append(fields)
    lines = []
    for name, found in sorted(by_label.items()):
        entity = " SET n:Entity" if NODE_BY_LABEL[name].entity else ""
        lines += [
            f"UNWIND {_rows(batch, 'kind')} AS row "
            f"MERGE (n:{label(name)} {{id: row.id}}){entity} SET n += row;"
            for batch in batched(found, _ROWS)
        ]
    return lines


def _links(rows: Iterable[Fields], labels: dict[str, str]) -> list[str]:
    by_shape: dict[tuple[str, str, str], list[Fields]] = defaultdict(list)
    for fields in rows:
        ends = labels[str(fields["source"])], labels[str(fields["target"])]
        by_shape[str(fields["link"]), *ends].append(fields)
    lines = []
    for (link, source, target), found in sorted(by_shape.items()):
        lines += [
            f"UNWIND {_pairs(batch)} AS row WITH row "
            f"MATCH (a:{label(source)} {{id: row.source}}) "
            f"MATCH (b:{label(target)} {{id: row.target}}) "
            f"MERGE (a)-[r:{type_(link)} {{id: row.id}}]->(b) SET r += row.properties;"
            for batch in batched(found, _ROWS)
        ]
    return lines


def _pairs(rows: Iterable[Fields]) -> str:
    return _list(
        f"{{id: {literal(one['id'])}, source: {literal(one['source'])}, "
        f"target: {literal(one['target'])}, properties: {_map(one, *_ENDS)}}}"
        for one in rows
    )


def _rows(rows: Iterable[Fields], *without: str) -> str:
    return _list(_map(one, *without) for one in rows)


def _map(fields: Fields, *without: str) -> str:
    # The names are those of the columns alone.
    pairs = (f"{name}: {literal(one)}" for name, one in fields.items() if name not in without)
    return "{" + ", ".join(pairs) + "}"


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(texts) + "]"


def literal(value: Value) -> str:
    """Return a value as a Cypher literal on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return _list(literal(one) for one in value)
    pieces = (f"'{_SIGN.sub(_escaped, piece)}'" for piece in xml_text(value).split("\\"))
    return " + '\\\\' + ".join(pieces)


def _escaped(sign: re.Match[str]) -> str:
    return _SHORT.get(sign[0]) or f"\\u{ord(sign[0]):04x}"
