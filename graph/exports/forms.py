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
    """A format: its name, the file's ending, its media type, what it is good for, its writer."""

    name: str
    ending: str
    media_type: str
    words: str
    write: Callable[[Export], bytes]


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form(name="graphml", ending="graphml", media_type="application/graphml+xml",
             words="for graph programs: yEd, Gephi, networkx", write=graphml),
        Form(name="gexf", ending="gexf", media_type="application/gexf+xml",
             words="for Gephi", write=gexf),
        Form(name="csv", ending="zip", media_type="application/zip",
             words="two tables and their dictionary, zipped", write=zipped_tables),
        Form(name="json", ending="json", media_type="application/json",
             words="for programs: node-link, as networkx reads it", write=node_link),
        Form(name="cypher", ending="cypher", media_type="text/plain",
             words="a script for an empty graph database", write=cypher_script),
    )
}  # fmt: skip
