"""GraphML and GEXF, written by networkx; what XML cannot hold is replaced by � and counted."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from graph.exports.export import Export
from graph.exports.graph import as_graph
from graph.exports.text import xml_text

_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
_TITLE = "On Record"


def graphml(export: Export) -> bytes:
    """Return the export as GraphML; what it is stands in the attributes of its graph."""
    graph, lost = _fit(as_graph(export))
    graph.graph["replaced"] = _replaced(lost)
    # Not `generate_graphml`: it cuts the text into lines also inside words.
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(graph)
    # The writer leaves carriage returns bare inside elements, where a reader makes them line ends.
    return (_HEAD + str(writer).replace("\r", "&#13;") + "\n").encode()


def gexf(export: Export) -> bytes:
    """Return the export as GEXF; what it is stands in its `meta`."""
    graph, lost = _fit(as_graph(export))
    told = {**graph.graph, "replaced": _replaced(lost)}
    graph.graph.clear()
    for *_, key, known in graph.edges(keys=True, data=True):
        known["id"] = key
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    _tell(writer.xml.find("meta"), told)
    return (_HEAD + str(writer) + "\n").encode()


def _tell(meta: Element | None, told: Mapping[str, str]) -> None:
    # networkx writes its own version and the day on which it ran: the same export must give the
    # same bytes on every day and with every version.
    if meta is None:
        return
    meta.clear()
    meta.set("lastmodifieddate", told["as_of"])
    SubElement(meta, "creator").text = _TITLE
    words = "\n".join(f"{name}: {sentence}" for name, sentence in told.items())
    SubElement(meta, "description").text = words


def _replaced(lost: int) -> str:
    return f"{lost} characters that XML forbids stand as �" if lost else "nothing"


def _fit(graph: "nx.MultiDiGraph[str]") -> tuple["nx.MultiDiGraph[str]", int]:
    """Return the graph with texts that XML can hold, and how many characters were replaced."""
    fit: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    fit.graph.update(_fields(graph.graph))
    fit.add_nodes_from((id_, _fields(known)) for id_, known in graph.nodes(data=True))
    for source, target, key, known in graph.edges(keys=True, data=True):
        fit.add_edge(source, target, key=key)
        fit.edges[source, target, key].update(_fields(known))
    before = [known for _, known in graph.nodes(data=True)]
    before += [known for *_, known in graph.edges(data=True)]
    after = [known for _, known in fit.nodes(data=True)]
    after += [known for *_, known in fit.edges(data=True)]
    return fit, sum(map(_lost, before, after))


def _fields(known: Mapping[str, object]) -> dict[str, object]:
    return {
        name: xml_text(value) if isinstance(value, str) else value for name, value in known.items()
    }


def _lost(before: Mapping[str, object], after: Mapping[str, object]) -> int:
    return sum(
        sum(a != b for a, b in zip(value, str(after[name]), strict=True))
        for name, value in before.items()
        if isinstance(value, str) and name != "label"
    )
