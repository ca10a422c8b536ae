"""Entities: the list, and one with everything that leads to or from it."""

from graph.archive import Archive
from graph.errors import UsageError
from graph.explore.asking import Row, ask, ask_some
from graph.explore.judged import joins_of, judgements_on
from graph.explore.links import link_views
from graph.explore.refs import labels_of, no_such_thing, number, ref, text, texts
from graph.explore.statements import statement_ids, statement_views
from graph.explore.views import EntityList, EntityPage, EntityRow, MentionView
from graph.explore.words import Words
from graph.schema import ENTITY_LABELS
from graph.stores.store import Store


def entities(
    store: Store, kinds: tuple[str, ...] = (), *, limit: int = 100, offset: int = 0
) -> EntityList:
    """Return entities of these kinds (none named: all) by name; raise UsageError."""
    if limit < 1 or offset < 0:
        raise UsageError(
            "a list begins at 0 or later and has at least one row",
            subject=f"limit {limit}, offset {offset}",
            remedy="Give a limit from 1 and an offset from 0",
        )
    labels = labels_of(kinds or tuple(ENTITY_LABELS))
    rows, _ = ask_some(store, "entities", labels=labels, offset=offset, limit=limit)
    counted = {row["label"]: number(row["count"]) for row in ask(store, "count_labels")}
    return EntityList(
        rows=tuple(_row(row) for row in rows),
        total=sum(counted.get(label, 0) for label in labels),
        limit=limit,
        offset=offset,
    )


def _row(row: Row) -> EntityRow:
    return EntityRow(
        thing=ref(row),
        made=number(row["made"]),
        about=number(row["about"]),
        links=number(row["links"]),
        documents=number(row["documents"]),
    )


def entity_page(store: Store, archive: Archive, id_: str) -> EntityPage:
    """Return one entity with its links, statements and mentions; raise NotFound."""
    row = next(iter(ask(store, "entity", id=id_)), None)
    if row is None:
        raise no_such_thing(id_)
    words = Words(store, archive)
    return EntityPage(
        thing=ref(row),
        aliases=texts(row["aliases"]),
        reference=text(row["reference"]),
        url=text(row["url"]),
        published=text(row["published"]),
        links=link_views(store, words, ask(store, "links_of", id=id_)),
        statements=statement_views(store, words, statement_ids(store, "statements_made_by", id_)),
        about=statement_views(store, words, statement_ids(store, "statements_about", id_)),
        mentions=tuple(_mention(words, one) for one in ask(store, "mentions_of", id=id_)),
        joined=joins_of(row),
        judged=judgements_on(store, id_),
    )


def _mention(words: Words, row: Row) -> MentionView:
    return MentionView(
        document=words.reading(str(row["document"])).thing,
        count=number(row["count"]),
        passages=words.passages(row["passages"]),
    )
