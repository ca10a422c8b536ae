"""Passages as pages show them: the words of the archive at their place, with those around them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.archive import Archive, Source
from graph.errors import OnRecordError
from graph.explore.asking import Row, ask
from graph.explore.refs import no_such_thing, ref
from graph.explore.surroundings import paragraphs, surroundings
from graph.explore.views import PassageView, Ref
from graph.ids import PASSAGE
from graph.masking import masked
from graph.model import Span, Stretch
from graph.stores.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document's text, opened once for a page, with the names of protected people masked."""

    thing: Ref
    source: Source
    text: str
    paragraphs: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Words:
    """Reads passages out of the archive; a document is opened once for all its passages."""

    store: Store
    archive: Archive
    opened: dict[str, Reading] = field(default_factory=dict)

    def open(self, passages: Iterable[str]) -> None:
        """Open the documents of these passages, as far as the graph holds them, with one query."""
        found = (PASSAGE.fullmatch(one) for one in passages)
        self._open(one["document"] for one in found if one)

    def reading(self, document: str) -> Reading:
        """Return the opened document; raise NotFound where archive or graph does not hold it."""
        self._open([document])
        if document not in self.opened:
            # Only the graph says what must be masked: without it no word is shown.
            raise no_such_thing(document)
        return self.opened[document]

    def _open(self, documents: Iterable[str]) -> None:
        wanted = [one for one in dict.fromkeys(documents) if one not in self.opened]
        for row in ask(self.store, "reading", ids=wanted) if wanted else ():
            # By its whole hash: looking for a folder by its beginning reads the names of all.
            source = self.archive.source(str(row["sha256"]))
            shown = masked(self.archive.text(source.sha256), _stretches(row))
            self.opened[str(row["id"])] = Reading(
                thing=ref(row), source=source, text=shown, paragraphs=paragraphs(shown)
            )

    def passages(self, ids: object) -> tuple[PassageView, ...]:
        """Return the passages of these ids in their order, each once; raise SpanMismatch."""
        wanted: Iterable[object] = ids if isinstance(ids, list | tuple) else ()
        return tuple(self.passage(one) for one in dict.fromkeys(str(id_) for id_ in wanted))

    def passage(self, id_: str) -> PassageView:
        """Return one passage with the words around it."""
        span = self.span(id_)
        reading = self.reading(span.document)
        around = surroundings(reading.text, span.start, span.end, reading.paragraphs)
        pages = reading.source.pages
        return PassageView(
            id=id_,
            document=reading.thing,
            start=span.start,
            end=span.end,
            quote=span.quote,
            before=around.before,
            after=around.after,
            paragraph=around.paragraph,
            page=bisect_right(pages, span.start) if pages else None,
        )

    def span(self, id_: str) -> Span:
        """Return the span of a passage id, with the words that stand there."""
        found = PASSAGE.fullmatch(id_)
        if not found:
            raise OnRecordError("this is no place in a document", subject=id_)
        stored = self.reading(found["document"]).text
        return Span.of(found["document"], stored, int(found["start"]), int(found["end"]))


def _stretches(row: Row) -> tuple[Stretch, ...]:
    places = row["masked"] if isinstance(row["masked"], list) else []
    return tuple(zip(map(int, places[::2]), map(int, places[1::2]), strict=True))
