"""Documents: the list, and one with its text, names, statements and links at their places."""

from collections.abc import Mapping

from graph.archive import Archive
from graph.explore.asking import Row, ask, ask_some
from graph.explore.counts import check_stretch, counts
from graph.explore.links import link_views
from graph.explore.refs import no_such_thing, number, ref, text, texts
from graph.explore.statements import statement_ids, statement_views
from graph.explore.views import DocumentFacts, DocumentList, DocumentPage, NamedView, Ref
from graph.explore.words import Words
from graph.methods import method_sentence
from graph.model import Mention
from graph.stores.store import Store


def documents(store: Store, *, limit: int = 100, offset: int = 0) -> DocumentList:
    """Return documents, newest first; those without a date come last. Raise UsageError."""
    check_stretch(limit, offset)
    return DocumentList(
        documents=newest(store, limit=limit, offset=offset),
        total=counts(store).get("Document", 0),
        limit=limit,
        offset=offset,
    )


def newest(store: Store, *, limit: int, offset: int = 0) -> tuple[DocumentFacts, ...]:
    """Return the facts of the newest documents, from `offset` on."""
    rows, _ = ask_some(store, "document_ids", offset=offset, limit=limit)
    ids = [str(row["id"]) for row in rows]
    found = (
        {str(row["id"]): facts_of(row) for row in ask(store, "documents", ids=ids)} if ids else {}
    )
    return tuple(found[id_] for id_ in ids if id_ in found)


def document_page(store: Store, archive: Archive, id_: str) -> DocumentPage:
    """Return one document whole, as programs read it; raise NotFound."""
    row = document_row(store, id_)
    words = Words(store, archive)
    reading = words.reading(id_)
    return DocumentPage(
        facts=facts_of(row),
        text=reading.text,
        pages=reading.source.pages,
        mentions=_mentions(store, archive, words, id_),
        statements=statement_views(store, words, statement_ids(store, "statements_in", id_)),
        links=link_views(store, words, ask(store, "links_in", id=id_), only_in=id_),
        copies=copies_of(store, row),
    )


def document_row(store: Store, id_: str) -> Row:
    """Return the graph's row of a document; raise NotFound."""
    row = next(iter(ask(store, "documents", ids=[id_])), None)
    if row is None:
        raise no_such_thing(id_)
    return row


def copies_of(store: Store, row: Row) -> tuple[Ref, ...]:
    """Return the other documents with (nearly) the same text as that of this row."""
    if row["origin"] is None:
        return ()
    found = ask(store, "copies", origin=row["origin"])
    return tuple(ref(one) for one in found if one["id"] != row["id"])


def facts_of(row: Row) -> DocumentFacts:
    """Return the facts of a document's row."""
    return DocumentFacts(
        id=str(row["id"]),
        title=str(row["title"]),
        file=str(row["file"]),
        sha256=str(row["sha256"]),
        media_type=str(row["media_type"]),
        characters=number(row["characters"]),
        publisher=text(row["publisher"]),
        published=text(row["published"]),
        url=text(row["url"]),
        licence=text(row["licence"]),
        statements=number(row["statements"]),
        proposed=number(row["proposed"]),
        genre=text(row["genre"]),
        genre_how=method_sentence(str(row["genre_method"])) if row["genre_method"] else None,
        withheld=number(row["withheld"]),
        retracted=row["retracted"] is True,
        origin=text(row["origin"]),
    )


def _mentions(store: Store, archive: Archive, words: Words, id_: str) -> tuple[NamedView, ...]:
    levels = _levels(archive, words.reading(id_).source.sha256)
    named = [
        _named(row, words, passage, levels)
        for row in ask(store, "mentions_in", id=id_)
        for passage in texts(row["passages"])
    ]
    return tuple(sorted(named, key=lambda one: (one.start, -one.end, one.thing.id)))


def _named(row: Row, words: Words, passage: str, levels: Mapping[str, str]) -> NamedView:
    span = words.span(passage)
    level = levels.get(passage, "name")
    return NamedView(thing=ref(row), start=span.start, end=span.end, level=level)


def _levels(archive: Archive, sha256: str) -> dict[str, str]:
    # The graph keeps where a thing is spoken of; by name or by pronoun stands in the records.
    records = archive.records(sha256)
    return {one.span.passage: one.level for one in records if isinstance(one, Mention)}
