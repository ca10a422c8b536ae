"""Stable ids: short hashes of what a thing says, from raw values: cleaning never moves them.

Shape: `<prefix>-<16 hex>` for what was found in documents, `<type>.<slug>` for gazetteer bodies.
An id never derives from the name of a protected or anonymous person: those use their place.
"""

import hashlib
import re
from collections.abc import Iterable

from graph.model import EntityType, Span

ID = re.compile(r"[A-Za-z0-9._:-]+")
PASSAGE = re.compile(r"(?P<document>[A-Za-z0-9._:-]+)#char=(?P<start>\d+),(?P<end>\d+)")


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits of SHA-256 over the parts, kept apart by a unit separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document_id(sha256: str) -> str:
    """Return the id of the source with these bytes."""
    return f"doc-{sha256[:16]}"


def body_id(type_: EntityType, slug: str) -> str:
    """Return the id of a gazetteer entry: the same in every document and archive."""
    return f"{type_}.{slug}"


def entity_id(type_: EntityType, *identity: str) -> str:
    """Return an id from what identifies the thing: its raw name and what anchors it."""
    return f"{type_}-{digest(type_, *identity)}"


def placed_id(type_: EntityType, span: Span) -> str:
    """Return an id from a place in a document alone: for whom no name may enter the id."""
    return f"{type_}-{digest(type_, span.document, str(span.start), str(span.end))}"


def statement_id(parts: Iterable[Span]) -> str:
    """Return the id of the statement in these words of this document."""
    return f"st-{digest(*(span.passage for span in parts))}"


def mention_id(entity: str, span: Span) -> str:
    """Return the id of one mention of an entity."""
    return f"mn-{digest(entity, span.passage)}"


def link_id(type_: str, source: str, target: str, spans: Iterable[Span]) -> str:
    """Return the id of a link on these words; parallel links on other words have other ids."""
    return f"ln-{digest(type_, source, target, *(span.passage for span in spans))}"


def edge_id(type_: str, source: str, target: str) -> str:
    """Return the id of a derived edge, of which there is one between two nodes."""
    return f"ed-{digest(type_, source, target)}"
