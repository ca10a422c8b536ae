"""Search over names, statements and the text of documents, as it is shown."""

import sqlite3
from typing import NamedTuple

from graph.archive import Archive
from graph.errors import UsageError
from graph.explore.asking import Row, ask
from graph.explore.hits import Hit, HitPassage, Hits
from graph.explore.marking import excerpt, marks, reach
from graph.explore.refs import kind_of, labels_of, ref, refs_by_id, text, texts
from graph.explore.views import Ref
from graph.ids import PASSAGE
from graph.search.asked import asked
from graph.search.finding import Entry, Found, find, mention
from graph.search.query import Query, parse
from graph.stores.store import Store

MOST = 500
_WIDTH = 220


class _Answer(NamedTuple):
    """What the index holds, and what the graph says of it: rows by id, first mentions by id."""

    found: Found
    rows: dict[str, Row]
    mentions: dict[str, str]


def search(
    store: Store, archive: Archive, words: str, *, kinds: tuple[str, ...] = (), limit: int = 50,
    each: int | None = None,
) -> Hits:  # fmt: skip
    """Return what matches, best first; no words find nothing. Kinds: none named means all.

    At most `limit`, and of each kind at most `each`, so that no kind hides another.

    Whole names come first, then beginnings of names, names, statements, and documents in whose
    text the words stand. Raises UsageError for a kind or a limit that does not exist.
    """
    if not 1 <= limit <= MOST:
        raise UsageError(
            f"a search shows from 1 to {MOST} results",
            subject=f"limit {limit}",
            remedy=f"Give a limit from 1 to {MOST}",
        )
    labels_of(kinds)
    query = parse(words)
    if not query.terms:
        return Hits(results=(), total=0, truncated=False, cut=query.cut)

    def work(index: sqlite3.Connection) -> _Answer:
        found = find(index, query, frozenset(kinds), limit=limit, each=each)
        rows = {str(row["id"]): row for row in ask(store, "hits", ids=list(found.digests))}
        return _Answer(found, rows, _mentions(index, rows))

    answer, up_to_date = asked(archive, store, work)
    total = sum(n for kind, n in answer.found.counts.items() if not kinds or kind in kinds)
    return Hits(
        results=_hits(store, query, answer),
        total=total,
        truncated=total > len(answer.found.digests),
        counts=dict(answer.found.counts),
        weighed=answer.found.weighed,
        cut=query.cut,
        behind=not up_to_date,
    )


def _mentions(index: sqlite3.Connection, rows: dict[str, Row]) -> dict[str, str]:
    """Return the words in which each entity is first spoken of."""
    found = {}
    for id_, row in rows.items():
        thing = ref(row)
        passage = PASSAGE.fullmatch(next(iter(texts(row["mention"])), ""))
        # A protected or unnamed person is shown by the role phrase and nothing around it.
        if passage and not (thing.protected or thing.anonymous):
            found[id_] = mention(index, passage["document"], int(passage["start"]))
    return found


def _hits(store: Store, query: Query, answer: _Answer) -> tuple[Hit, ...]:
    # Of what has changed since the index was made, nothing is shown: it may be masked by now.
    rows = [
        row
        for id_, digest in answer.found.digests.items()
        if (row := answer.rows.get(id_)) and row["digest"] == digest
    ]
    documents = {str(row["document"]) for row in rows if row["document"]}
    outer = {id_ for row in rows for id_ in texts(row["outer_speakers"])}
    known = refs_by_id(store, documents | outer)
    return tuple(_hit(row, query, known, answer) for row in rows)


def _hit(row: Row, query: Query, known: dict[str, Ref], answer: _Answer) -> Hit:
    id_ = str(row["id"])
    spoken = query.in_words()
    passages = tuple(_passage(id_, entry, spoken) for entry in answer.found.entries.get(id_, ()))
    if passages or row["quote"]:
        query = spoken
    matter = str(row["quote"] or answer.mentions.get(id_) or row["name"])
    snippet = passages[0].snippet if passages else excerpt(matter, query, width=_WIDTH)
    return Hit(
        id=id_,
        kind=kind_of(row["labels"]),
        name=str(row["name"]),
        snippet=snippet,
        document=known.get(str(row["document"])),
        marks=marks(snippet, query),
        genre=text(row["genre"]),
        outer_speakers=tuple(known[one] for one in texts(row["outer_speakers"]) if one in known),
        passages=passages,
        places=answer.found.places.get(id_, 0),
    )


def _passage(document: str, entry: Entry, query: Query) -> HitPassage:
    start, end = reach(entry.words, query, width=_WIDTH)
    snippet = excerpt(entry.words, query, width=_WIDTH)
    return HitPassage(
        id=f"{document}#char={entry.start + start},{entry.start + end}",
        start=entry.start + start,
        end=entry.start + end,
        snippet=snippet,
        marks=marks(snippet, query),
        paragraph=entry.paragraph,
        page=entry.page,
    )
