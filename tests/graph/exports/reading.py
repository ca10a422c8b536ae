"""Reads each exported file back into rows of things and links, as a stranger's program would."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

import networkx as nx

from graph.exports.columns import LINK, THING, Column
from graph.exports.text import unguarded
from graph.stores.store import Store

Rows = list[dict[str, object]]
_KINDS = {column.name: column.kind for column in (*THING, *LINK)}


def of_graphml(data: bytes) -> tuple[Rows, Rows]:
    return _of_graph(nx.read_graphml(io.BytesIO(data), force_multigraph=True))


def of_gexf(data: bytes) -> tuple[Rows, Rows]:
    # networkx makes a plain directed graph where no two links are parallel.
    return _of_graph(nx.MultiDiGraph(nx.read_gexf(io.BytesIO(data))))


def of_json(data: bytes) -> tuple[Rows, Rows]:
    whole = json.loads(data)
    graph = nx.node_link_graph(whole, edges="edges")
    things = [{"id": id_, **known} for id_, known in graph.nodes(data=True)]
    links = [
        {"source": source, "target": target, **known}
        for source, target, known in graph.edges(data=True)
    ]
    return _sorted(things), _sorted(links)


def of_csv(data: bytes) -> tuple[Rows, Rows]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.namelist() == ["README.txt", "nodes.csv", "links.csv", "columns.csv"]
        texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    return _table(texts["nodes.csv"], THING), _table(texts["links.csv"], LINK)


def of_script(data: bytes, store: Store) -> tuple[Rows, Rows]:
    """Run the script line by line in an empty store and return what stands there."""
    drivers = store._connection.drivers()  # type: ignore[attr-defined]
    with drivers.writer.session(database=drivers.database) as session:
        for line in data.decode().split("\n"):
            if line and not line.startswith("//"):
                session.run(line.removesuffix(";")).consume()
    things = store.read("MATCH (n) RETURN labels(n), properties(n) ORDER BY n.id").rows
    links = store.read(
        "MATCH (n)-[l]->(o) RETURN n.id, o.id, type(l), properties(l) ORDER BY l.id"
    ).rows
    return (
        _sorted([{"kind": _kind(labels), **_known(known)} for labels, known in things]),
        _sorted(
            [
                {"source": source, "target": target, "link": link, **_known(known)}
                for source, target, link, known in links
            ]
        ),
    )


def _kind(labels: object) -> str:
    assert isinstance(labels, list)
    return str(next(name for name in labels if name != "Entity")).lower()


def _known(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def _of_graph(graph: "nx.MultiDiGraph[str]") -> tuple[Rows, Rows]:
    things = [{"id": id_, **known} for id_, known in graph.nodes(data=True)]
    links = [
        {"source": source, "target": target, **known, "id": known.get("id", key)}
        for source, target, key, known in graph.edges(keys=True, data=True)
    ]
    return _sorted(map_lists(things)), _sorted(map_lists(links))


def map_lists(rows: Rows) -> Rows:
    """Return the rows with lists for their JSON arrays, without what programs put beside them."""
    return [
        {
            name: json.loads(str(value)) if _KINDS[name] == "list" else value
            for name, value in row.items()
            if name in _KINDS
        }
        for row in rows
    ]


def _table(text: str, columns: Sequence[Column]) -> Rows:
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == [column.name for column in columns] if rows else True
    return _sorted([_typed(row) for row in rows])


def _typed(row: Mapping[str, str]) -> dict[str, object]:
    return {name: _value(name, cell) for name, cell in row.items() if cell}


def _value(name: str, cell: str) -> object:
    match _KINDS[name]:
        case "number":
            return int(cell)
        case "yes or no":
            return {"yes": True, "no": False}[cell]
        case "list":
            return json.loads(unguarded(cell))
        case _:
            return unguarded(cell)


def _sorted(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: str(row["id"]))
