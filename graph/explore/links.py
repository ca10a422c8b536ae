"""Links with the words they rest on: of an entity, of a document, or one by its id."""

from collections.abc import Iterable, Mapping

from graph.archive import Archive
from graph.errors import NotFound, OnRecordError
from graph.explore.asking import Row, ask
from graph.explore.refs import refs_by_id, text, texts
from graph.explore.standings import standing
from graph.explore.statements import statement_views
from graph.explore.views import LinkView, Ref
from graph.explore.words import Words
from graph.schema import EDGE_BY_NAME
from graph.stores.store import Store


def link_views(
    store: Store, words: Words, rows: Iterable[Row], *, only_in: str | None = None
) -> tuple[LinkView, ...]:
    """Return the links of rows with `id`, `type`, `properties`, `source` and `target`.

    `only_in` keeps the passages of one document.
    """
    every = list(rows)
    ends = refs_by_id(store, (str(row[end]) for row in every for end in ("source", "target")))
    words.open(passage for row in every for passage in _passages(row, only_in))
    return tuple(_view(words, row, ends, only_in) for row in every)


def _passages(row: Mapping[str, object], only_in: str | None) -> tuple[str, ...]:
    every = texts(properties(row).get("passages"))
    return tuple(one for one in every if only_in is None or one.startswith(f"{only_in}#"))


def _view(
    words: Words, row: Mapping[str, object], ends: Mapping[str, Ref], only_in: str | None
) -> LinkView:
    known = properties(row)
    return LinkView(
        id=str(row["id"]),
        type=str(row["type"]),
        family=EDGE_BY_NAME[str(row["type"])].family,
        source=ends[str(row["source"])],
        target=ends[str(row["target"])],
        role=text(known.get("role")),
        date=text(known.get("date")),
        inferred=bool(known.get("inferred")),
        passages=words.passages(_passages(row, only_in)),
        standing=standing(known),
    )


def properties(row: Mapping[str, object]) -> Mapping[str, object]:
    """Return the properties of a link's row."""
    known = row["properties"]
    if not isinstance(known, dict):
        raise OnRecordError("the engine returned no link", remedy="Run `onrecord load`")
    return known


def edge_evidence(store: Store, archive: Archive, edge_id: str) -> LinkView:
    """Return one link with the words it rests on; raise NotFound.

    A link of a statement rests on the statement's own words, before those of the link. A
    `STATED_IN` joins the statement and its document.
    """
    row = next(iter(ask(store, "link", id=edge_id)), None)
    if row is None:
        raise NotFound(
            "the graph holds no such link",
            subject=edge_id,
            remedy="Open one of its ends, and choose the link there",
        )
    words = Words(store, archive)
    row["target"] = row["document"] or row["target"]
    own = _words_of(store, words, row["statement"])
    return link_views(store, words, [_resting_on(row, own)])[0]


def first_words(store: Store, archive: Archive, links: Mapping[str, str]) -> dict[str, str]:
    """Return the first words that each link rests on, where it rests on words.

    `links` are ids of links, each with that of the thing it begins at. All are looked for at once.
    """
    if not links:
        return {}
    sources, among = sorted({*links.values()}), dict.fromkeys(links, True)
    rows = ask(store, "link_words", sources=sources, among=among)
    words = Words(store, archive)
    statements = {str(row["statement"]) for row in rows if row["statement"]}
    own = {one.id: one.passages for one in statement_views(store, words, sorted(statements))}
    found = {str(row["id"]): own.get(str(row["statement"]), ()) for row in rows}
    first = {str(row["id"]): texts(row["passages"])[:1] for row in rows}
    words.open(passage for passages in first.values() for passage in passages)
    told = {id_: passages or words.passages(first[id_]) for id_, passages in found.items()}
    return {id_: passages[0].quote for id_, passages in told.items() if passages}


def _words_of(store: Store, words: Words, statement: object) -> tuple[str, ...]:
    views = statement_views(store, words, [str(statement)]) if statement else ()
    return tuple(passage.id for view in views for passage in view.passages)


def _resting_on(row: Row, own: tuple[str, ...]) -> Row:
    known = properties(row)
    passages = [*own, *texts(known.get("passages"))]
    return {**row, "properties": {**known, "passages": passages}}
