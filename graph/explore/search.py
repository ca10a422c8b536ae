"""Search over entities, statements and documents: exact name, then beginning, then full text."""

from graph.archive import Archive
from graph.errors import UsageError
from graph.explore.asking import Row, ask, ask_some
from graph.explore.marking import excerpt, marks
from graph.explore.refs import kind_of, labels_of, ref, refs_by_id, text, texts
from graph.explore.views import Hit, Hits, Ref
from graph.explore.words import Words
from graph.stores.store import Store

MOST = 500
_WIDTH = 220


def search(
    store: Store, archive: Archive, words: str, *, kinds: tuple[str, ...] = (), limit: int = 50
) -> Hits:
    """Return what matches, best first; no words find nothing. Kinds: none named means all.

    `total` counts what was found among the best `MOST`; `truncated` says that more was found
    than `limit` shows.
    """
    if not 1 <= limit <= MOST:
        raise UsageError(
            f"a search shows from 1 to {MOST} results",
            subject=f"limit {limit}",
            remedy=f"Give a limit from 1 to {MOST}",
        )
    wanted = frozenset(labels_of(kinds))
    asked = " ".join(words.replace("\0", " ").split())
    found = _found(store, asked, tuple(sorted(wanted))) if asked else []
    things = {str(row["id"]): row for row in ask(store, "hits", ids=found)} if found else {}
    rows = [things[id_] for id_ in found if id_ in things and _is_of(things[id_], wanted)]
    return Hits(
        results=_hits(store, archive, asked, rows[:limit]),
        total=len(rows),
        truncated=len(rows) > limit,
    )


def _found(store: Store, words: str, labels: tuple[str, ...]) -> list[str]:
    named, _ = ask_some(store, "named", words=words, limit=MOST)
    by_name = [str(row["id"]) for row in named]
    by_words = store.search(words, labels=labels, limit=MOST)
    return list(dict.fromkeys([*by_name, *by_words]))[:MOST]


def _is_of(row: Row, labels: frozenset[str]) -> bool:
    return not labels or bool(labels.intersection(texts(row["labels"])))


def _hits(store: Store, archive: Archive, words: str, rows: list[Row]) -> tuple[Hit, ...]:
    documents = {str(row["document"]) for row in rows if row["document"]}
    outer = {id_ for row in rows for id_ in texts(row["outer_speakers"])}
    known = refs_by_id(store, documents | outer)
    reading = Words(store, archive)
    return tuple(_hit(row, words, known, reading) for row in rows)


def _hit(row: Row, words: str, known: dict[str, Ref], reading: Words) -> Hit:
    snippet = excerpt(_matter(row, reading), words, width=_WIDTH)
    return Hit(
        id=str(row["id"]),
        kind=kind_of(row["labels"]),
        name=str(row["name"]),
        snippet=snippet,
        document=known.get(str(row["document"])),
        marks=marks(snippet, words),
        genre=text(row["genre"]),
        outer_speakers=tuple(known[id_] for id_ in texts(row["outer_speakers"]) if id_ in known),
    )


def _matter(row: Row, reading: Words) -> str:
    """Return what a result shows: a statement's words, else where a thing is first spoken of."""
    if row["quote"]:
        return str(row["quote"])
    mention = next(iter(texts(row["mention"])), None)
    thing = ref(row)
    # A protected or unnamed person is shown by the role phrase and nothing around it.
    if mention is None or thing.protected or thing.anonymous:
        return thing.name
    passage = reading.passage(mention)
    return f"{passage.before}{passage.quote}{passage.after}"
