"""One part of a document as the reader shows it: only what stands there is looked up.

All of a book's statements with their words take many seconds; where each stands takes one query.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.archive import Archive
from graph.explore.asking import ask
from graph.explore.documents import copies_of, document_row, facts_of
from graph.explore.refs import ref, texts
from graph.explore.statements import StatementPlace, statement_places, statement_views
from graph.explore.views import DocumentFacts, Ref, StatementView
from graph.explore.words import Reading, Words
from graph.ids import PASSAGE
from graph.stores.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """Where a text speaks of a thing (code points)."""

    thing: Ref
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """A document that was opened: its text, and where its statements stand, in their order."""

    facts: DocumentFacts
    reading: Reading
    copies: tuple[Ref, ...]
    statements: tuple[StatementPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """What stands in a text from `start` to `end`: names, and statements with words in it."""

    start: int
    end: int
    mentions: tuple[NamedPlace, ...]
    statements: tuple[StatementView, ...]


def open_text(store: Store, archive: Archive, id_: str) -> DocumentText:
    """Return a document with its text; raise NotFound."""
    row = document_row(store, id_)
    return DocumentText(
        facts=facts_of(row),
        reading=Words(store, archive).reading(id_),
        copies=copies_of(store, row),
        statements=statement_places(store, id_),
    )


def part_of(
    store: Store, archive: Archive, text: DocumentText, start: int, end: int
) -> DocumentPart:
    """Return what stands in an opened text from `start` to `end`."""
    words = Words(store, archive, {text.facts.id: text.reading})
    near = [place.id for place in text.statements if place.start < end and place.end > start]
    return DocumentPart(
        start=start,
        end=end,
        mentions=tuple(_names(store, text.facts.id, start, end)),
        statements=tuple(
            view
            for view in statement_views(store, words, near)
            if any(one.start < end and one.end > start for one in view.passages)
        ),
    )


def _names(store: Store, id_: str, start: int, end: int) -> Iterable[NamedPlace]:
    for row in ask(store, "mentions_in", id=id_):
        thing = ref(row)
        for passage in texts(row["passages"]):
            place = PASSAGE.fullmatch(passage)
            if place and int(place["start"]) < end and int(place["end"]) > start:
                yield NamedPlace(thing=thing, start=int(place["start"]), end=int(place["end"]))
