"""Entities: the list, and one with everything that leads to or from it."""

from graph.archive import Archive
from graph.explore.asking import Row, ask, ask_some
from graph.explore.counts import check_stretch, counts
from graph.explore.judged import joins_of, judgements_on
from graph.explore.links import link_views
from graph.explore.refs import labels_of, no_such_thing, number, ref, text, texts
from graph.explore.statements import statements_first
from graph.explore.views import EntityList, EntityPage, EntityRow, EntityTotals, MentionView
from graph.explore.words import Words
from graph.schema import ENTITY_LABELS
from graph.stores.store import Store

#: How many statements and documents an entity's page shows, and how many links of each type.
MOST = 50
MOST_LINKS = 20


def entities(
    store: Store, kinds: tuple[str, ...] = (), *, limit: int = 100, offset: int = 0
) -> EntityList:
    """Return entities of these kinds (none named: all) by name; raise UsageError."""
    check_stretch(limit, offset)
    labels = labels_of(kinds or tuple(ENTITY_LABELS))
    rows, _ = ask_some(store, "entities", labels=labels, offset=offset, limit=limit)
    counted = counts(store)
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
    """Return one entity with the first of its links, statements and mentions; raise NotFound."""
    row = next(iter(ask(store, "entity", id=id_)), None)
    if row is None:
        raise no_such_thing(id_)
    words = Words(store, archive)
    links = ask(store, "links_of", id=id_, each=MOST_LINKS)
    totals = _totals(row, links)
    return EntityPage(
        thing=ref(row),
        aliases=texts(row["aliases"]),
        reference=text(row["reference"]),
        url=text(row["url"]),
        published=text(row["published"]),
        links=link_views(store, words, links),
        statements=statements_first(store, words, "statements_made_by", id_, limit=MOST),
        about=statements_first(store, words, "statements_about", id_, limit=MOST),
        mentions=_mentions(store, words, id_),
        totals=totals,
        limit=MOST,
        links_limit=MOST_LINKS,
        truncated=max(totals.statements, totals.about, totals.mentions) > MOST
        or max(totals.links.values(), default=0) > MOST_LINKS,
        joined=joins_of(row),
        judged=judgements_on(store, id_),
    )


def _totals(row: Row, links: list[Row]) -> EntityTotals:
    return EntityTotals(
        statements=number(row["made"]),
        about=number(row["about"]),
        mentions=number(row["documents"]),
        links={str(link["type"]): number(link["total"]) for link in links},
    )


def _mentions(store: Store, words: Words, id_: str) -> tuple[MentionView, ...]:
    rows, _ = ask_some(store, "mentions_of", id=id_, limit=MOST)
    words.open(passage for row in rows for passage in texts(row["passages"]))
    return tuple(
        MentionView(
            document=words.reading(str(row["document"])).thing,
            count=number(row["count"]),
            passages=words.passages(row["passages"]),
        )
        for row in rows
    )
