"""Statements with their words, speakers and the statements they stand in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.explore.asking import ask, ask_some
from graph.explore.judged import judgements_on, withdrawal_of
from graph.explore.refs import no_such_thing, number, ref, refs, text, texts
from graph.explore.standings import standing
from graph.explore.views import Ref, SpeakerView, StatementView
from graph.explore.words import Words
from graph.stores.store import Store

_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPlace:
    """From where to where the words of a statement reach (code points)."""

    id: str
    review: str
    start: int
    end: int


def statement_page(store: Store, archive: Archive, id_: str) -> StatementView:
    """Return one statement with the statements nested in it, to any depth; raise NotFound."""
    words = Words(store, archive)
    found = _with_nested(store, words, id_, _DEEPEST)
    withdrawn = withdrawal_of(store, _withdrawn(store, words, found, _DEEPEST))
    return replace(found, judged=judgements_on(store, id_), withdrawn=withdrawn)


def _withdrawn(store: Store, words: Words, view: StatementView, depth: int) -> Iterator[Ref]:
    """Yield with what a statement may be withdrawn: itself, its documents, or those around it."""
    if view.standing.retracted:
        yield Ref(id=view.id, kind="statement", name=view.quote)
        yield from dict.fromkeys(passage.document for passage in view.passages)
    elif view.standing.review == "rejected" and view.outer and depth:
        for outer in statement_views(store, words, [view.outer]):
            yield from _withdrawn(store, words, outer, depth - 1)


def _with_nested(store: Store, words: Words, id_: str, depth: int) -> StatementView:
    found = statement_views(store, words, [id_])
    if not found:
        raise no_such_thing(id_)
    inner = statement_ids(store, "statements_within", id_) if depth else ()
    nested = (_with_nested(store, words, one, depth - 1) for one in inner)
    return replace(found[0], nested=tuple(sorted(nested, key=_place)))


def statement_ids(store: Store, name: str, id_: str) -> tuple[str, ...]:
    """Return the ids that one of the files `statements_*` names for a thing."""
    return tuple(str(row["id"]) for row in ask(store, name, id=id_))


def first_proposed(
    store: Store, archive: Archive, document: str, *, limit: int
) -> tuple[StatementView, ...]:
    """Return the first statements of a text that nobody has judged, in its order."""
    places = statement_places(store, document)
    ids = [place.id for place in places if place.review == "proposed"][:limit]
    return statement_views(store, Words(store, archive), ids)


def statement_places(store: Store, document: str) -> tuple[StatementPlace, ...]:
    """Return where the statements of a text stand, in the order of statement views.

    Of two that begin together the outer one comes first.
    """
    found = (
        StatementPlace(id=str(row["id"]), review=str(row["review"]), start=number(row["start"]),
                       end=number(row["end"]))
        for row in ask(store, "statements_in", id=document)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.id)))


def statement_views(store: Store, words: Words, ids: Iterable[str]) -> tuple[StatementView, ...]:
    """Return the statements of these ids in the order of documents and of their text."""
    return tuple(sorted(_views(store, words, list(ids)), key=_place))


def statements_first(
    store: Store, words: Words, name: str, id_: str, *, limit: int
) -> tuple[StatementView, ...]:
    """Return the first statements of those that a file `statements_*` names, in its order."""
    rows, _ = ask_some(store, name, id=id_, limit=limit)
    ids = [str(row["id"]) for row in rows]
    found = {view.id: view for view in _views(store, words, ids)}
    return tuple(found[id_] for id_ in ids if id_ in found)


def _views(store: Store, words: Words, ids: list[str]) -> list[StatementView]:
    rows = ask(store, "statements", ids=ids) if ids else []
    words.open(passage for row in rows for passage in texts(row["passages"]))
    return [_view(words, row) for row in rows]


def _view(words: Words, row: Mapping[str, object]) -> StatementView:
    known = row["statement"]
    if not isinstance(known, dict):
        raise OnRecordError("the engine returned no statement", remedy="Run `onrecord load`")
    stands = standing(known)
    if stands is None:
        raise OnRecordError(
            "a statement has no standing",
            subject=str(known.get("id")),
            remedy="Run `onrecord load --rebuild`",
        )
    return StatementView(
        id=str(known["id"]),
        quote=str(known["quote"]),
        form=str(known["form"]),
        types=texts(known.get("types")),
        speakers=_speakers(row["speakers"]),
        reported_by=next(iter(refs(row["reported_by"])), None),
        date=text(known.get("date")),
        outer=next(iter(texts(row["outer"])), None),
        outer_speakers=refs(row["outer_speakers"]),
        about=refs(row["about"]),
        passages=words.passages(row["passages"]),
        standing=stands,
    )


def _speakers(rows: object) -> tuple[SpeakerView, ...]:
    found = rows if isinstance(rows, list) else []
    return tuple(SpeakerView(thing=ref(row), capacity=str(row["capacity"])) for row in found)


def _place(view: StatementView) -> tuple[str, int, int, str]:
    first = view.passages[0] if view.passages else None
    if first is None:
        return ("", 0, 0, view.id)
    # The longer of two statements that begin together is the outer one, and comes first.
    return (first.document.id, first.start, -view.passages[-1].end, view.id)
