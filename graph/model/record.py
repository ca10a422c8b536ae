"""Any record, and the words that it rests on."""

from graph.model.document import Document
from graph.model.entity import Entity
from graph.model.link import Link
from graph.model.mention import Mention
from graph.model.span import Span
from graph.model.statement import Statement

Record = Document | Entity | Mention | Statement | Link


def spans_of(record: Record) -> tuple[Span, ...]:
    """Return every span that a record carries; none for an entity or a document."""
    if isinstance(record, Mention):
        return (record.span,)
    return record.spans if isinstance(record, Statement | Link) else ()
