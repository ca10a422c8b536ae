"""An extractor for tests that needs no language: every line of a text is mentioned by its name."""

from datetime import UTC, datetime

from graph.archive import Source
from graph.ids import entity_id, mention_id
from graph.model import Document, Entity, Mention, Record, Span
from ingest.extract import Extractor


def moment() -> datetime:
    """Return the same moment for every source."""
    return datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def lines(document: Document, text: str, source: Source) -> list[Record]:
    """Return the document, and each line as a place that it mentions."""
    records: list[Record] = [document]
    start = 0
    for line in text.split("\n"):
        if line.strip():
            span = Span.of(document.id, text, start, start + len(line))
            entity = Entity(id=entity_id("place", line), type="place", name=line)
            mention = Mention(
                id=mention_id(entity.id, span), entity=entity.id, span=span, level="name"
            )
            records += [entity, mention]
        start += len(line) + 1
    if source.name.startswith("trap"):
        raise KeyError(document.name)
    return records


LINES = Extractor(basis="lines-1", run=lines)
