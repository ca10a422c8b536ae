"""The formats an export can be written in; each is one function from an export to bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.exports.export import Export
from graph.exports.node_link import node_link
from graph.exports.script import cypher_script
from graph.exports.tables import zipped_tables
from graph.exports.xml import gexf, graphml


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A format: its name, title, the file's ending, its media type, its use, its writer."""

    name: str
    title: str
    ending: str
    media_type: str
    words: str
    write: Callable[[Export], bytes]


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form(name="graphml", title="GraphML", ending="graphml",
             media_type="application/graphml+xml", words="for yEd, Gephi, networkx",
             write=graphml),
        Form(name="gexf", title="GEXF", ending="gexf", media_type="application/gexf+xml",
             words="for Gephi", write=gexf),
        Form(name="csv", title="CSV", ending="zip", media_type="application/zip",
             words="two tables, zipped", write=zipped_tables),
        Form(name="json", title="JSON", ending="json", media_type="application/json",
             words="for programs", write=node_link),
        Form(name="cypher", title="Cypher", ending="cypher", media_type="text/plain",
             words="a script for a graph database", write=cypher_script),
    )
}  # fmt: skip
