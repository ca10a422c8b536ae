"""The records of the archive as frozen dataclasses: one kind of thing a file.

Field names and order are those of `export --format records`; a record is valid once constructed.
"""

from graph.model.dates import PartialDate
from graph.model.document import Document, Genre, Stretch
from graph.model.entity import Entity, EntityType
from graph.model.join import Join
from graph.model.link import Link, LinkType
from graph.model.mention import Level, Mention
from graph.model.record import Record, spans_of
from graph.model.span import Span, SpanMismatch
from graph.model.standing import Confidence, Review
from graph.model.statement import Capacity, Form, Scope, Speaker, Statement, StatementType, TypedAs

__all__ = [
    "Capacity",
    "Confidence",
    "Document",
    "Entity",
    "EntityType",
    "Form",
    "Genre",
    "Join",
    "Level",
    "Link",
    "LinkType",
    "Mention",
    "PartialDate",
    "Record",
    "Review",
    "Scope",
    "Span",
    "SpanMismatch",
    "Speaker",
    "Statement",
    "StatementType",
    "Stretch",
    "TypedAs",
    "spans_of",
]
