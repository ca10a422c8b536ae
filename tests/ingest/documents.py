"""Readings made from a few invented lines, and what their names look like when read aloud."""

from functools import cache

from ingest.gazetteer import shipped
from ingest.names import Names, find_names
from ingest.reading import Extent, Paragraph, Reading


def reading(text: str, *, document: str = "doc-invented") -> Reading:
    """Return a reading whose lines are its paragraphs, all of them body text."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            extent = Extent(start, start + len(line))
            paragraphs.append(Paragraph(extent=extent, zone="body"))
        start += len(line) + 1
    return Reading(document=document, text=text, paragraphs=tuple(paragraphs))


@cache
def names_in(text: str, *, document: str = "doc-invented") -> Names:
    """Return the names of these lines by the shipped gazetteer."""
    return find_names(reading(text, document=document), shipped())


def told(text: str, *types: str) -> dict[str, list[str]]:
    """Return each entity's name with the words that mention it, of these types or of all."""
    names = names_in(text)
    return {
        entity.name: [
            text[slice(*named.extent)] for named in names.mentions if named.key == entity.id
        ]
        for entity in names.entities
        if not types or entity.type in types
    }
