"""Finding in the index: whole names, beginnings of names, names, statements, paragraphs.

Within a step the best by BM25 come first, ties in the order of places, so that the same graph
always gives the same answer.
"""

# ruff: noqa: S608 - the queries hold names of our own tables, and numbers

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from graph.search.file import FULL_TEXT, Damaged
from graph.search.places import (
    BAND,
    BANDS,
    NAMED,
    NUMBER,
    THINGS,
    band_of,
    mask,
    number_of,
    of_thing,
    stretch,
)
from graph.search.query import Query

WEIGHED = 3_000
"""So many statements, and so many paragraphs, are put in order at most: those of first places."""
PASSAGES = 3
_KIND = {"paragraph": "document"}
_LAST = "\U0010ffff"
_BY_NAME = """
SELECT place, max(key = :key) AS whole, min(length(key)) AS size FROM names
WHERE key >= :key AND key < :after AND 1 << (%s) & :kinds
GROUP BY place ORDER BY whole DESC, size, place LIMIT :most
""" % BAND.replace("rowid", "place")  # noqa: UP031 - it holds numbers
_NAMED, _SAID, _WRITTEN = (f"FROM {table} WHERE {table} MATCH :words" for table in FULL_TEXT)
_BEST_NAMED = f"SELECT rowid {_NAMED} AND 1 << ({BAND}) & :kinds ORDER BY rank, rowid LIMIT :most"
_NAMED_BY_KIND = f"SELECT {BAND}, count(*) {_NAMED} GROUP BY 1"
_NAMED_DOCUMENTS = f"SELECT {NUMBER} {_NAMED} AND rowid >= :low"
_COUNT_SAID = f"SELECT count(*) {_SAID}"
# Without an order of its own (GROUP BY makes one) this takes half the time.
_DOCUMENTS = f"SELECT DISTINCT {NUMBER} {_WRITTEN}"
_WEIGHED_SAID, _WEIGHED_WRITTEN = (
    f"SELECT rank, rowid {matching} ORDER BY rowid LIMIT {WEIGHED + 1}"
    for matching in (_SAID, _WRITTEN)
)
_OF_THESE = (
    f"SELECT rowid {_WRITTEN} AND rowid BETWEEN :low AND :high "
    f"AND {NUMBER} IN (SELECT value FROM json_each(:numbers)) ORDER BY rowid"
)
_THINGS = "SELECT number, id, digest, band FROM things WHERE number = ?"
_MENTION = (
    "SELECT words FROM entries WHERE place BETWEEN ? AND ? AND start <= ? "
    "ORDER BY place DESC LIMIT 1"
)
_ENTRY = "SELECT words, start, paragraph, page FROM entries WHERE place = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paragraph (or a piece of one) as the index keeps it; `start` is its place in the text."""

    words: str
    start: int
    paragraph: int
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Ids of what matches, best first, with the digest each had; at most as many as asked for.

    `counts` are all that match by kind, of kinds that were not asked for too. `entries` are the
    best paragraphs of a document, `places` how many of its paragraphs match. `weighed` is null, or
    how many statements or paragraphs were put in order where more match.
    """

    digests: Mapping[str, str | None] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    weighed: int | None = None


def find(
    index: sqlite3.Connection, query: Query, kinds: frozenset[str], *, limit: int,
    each: int | None = None,
) -> Found:  # fmt: skip
    """Return what matches in these kinds (all, if none is named), one entry a thing.

    At most `limit`, and of each kind at most `each`.
    """
    if not query.terms:
        return Found()
    # Of one moment, also where another process changes the index.
    index.execute("BEGIN")
    try:
        return _found(index, query, kinds, limit=limit, each=each)
    except IndexError as fault:
        raise Damaged("a place is of no kind") from fault
    finally:
        index.rollback()


def _found(
    index: sqlite3.Connection, query: Query, kinds: frozenset[str], *, limit: int,
    each: int | None,
) -> Found:  # fmt: skip
    search = _Search(index=index, query=query, kinds=kinds or frozenset((*NAMED, "statement")))
    most = min(limit, each or limit)
    spoken = search.spoken()
    found = [*search.named(limit), *spoken.best[:most]]
    shown = _first(found, limit, each)
    texts = search.texts() if len(shown) < limit else _Weighed()
    shown = _first([*found, *texts.best], limit, each)
    things = search.things(shown)
    documents = {number: id_ for number, (id_, _, band) in things.items() if band == "document"}
    places = search.places(documents, texts)
    # Of a document that is found by its name, the paragraphs may not have been put in order.
    best = _passages([*texts.best, *chain.from_iterable(places.values())], places)
    return Found(
        digests={things[number][0]: things[number][1] for number in shown},
        counts=search.counts(spoken, texts),
        entries={id_: search.entries(best[number]) for number, id_ in documents.items()},
        places={id_: len(places[number]) for number, id_ in documents.items()},
        weighed=WEIGHED if spoken.more or texts.more else None,
    )


def _first(places: Iterable[int], limit: int, each: int | None) -> list[int]:
    """Return the numbers of the first things, each once, at most `limit` and `each` of a kind."""
    kinds = {number_of(one): _KIND.get(band_of(one), band_of(one)) for one in places}
    shown: list[int] = []
    counted: Counter[str] = Counter()
    for number, kind in kinds.items():
        if each is None or counted[kind] < each:
            shown.append(number)
            counted[kind] += 1
    return shown[:limit]


def _passages(places: Iterable[int], documents: Iterable[int]) -> dict[int, list[int]]:
    """Return the first places of each of these documents, each once, at most `PASSAGES`."""
    found: dict[int, list[int]] = {number: [] for number in documents}
    for where in places:
        mine = found.get(number_of(where))
        if mine is not None and len(mine) < PASSAGES and where not in mine:
            mine.append(where)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """Places that match, best first; `more`: others match behind them, and were not weighed.

    `whole`: all places that match of documents below this number are among these. Nothing was
    asked where it is 0.
    """

    best: tuple[int, ...] = ()
    more: bool = False
    whole: int = 0

    @property
    def all(self) -> bool:
        """Whether these are all places that match."""
        return self.whole == THINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """One query in one index. Each method asks once: a beginning is looked up anew each time."""

    index: sqlite3.Connection
    query: Query
    kinds: frozenset[str]

    def counts(self, spoken: _Weighed, texts: _Weighed) -> dict[str, int]:
        """Return how many things match by kind, documents by name or by text; without zeros."""
        names, words = {"words": self.query.among_names()}, self._words()
        low, _ = stretch("document", "document")
        named = self.index.execute(_NAMED_DOCUMENTS, {**names, "low": low})
        documents = {number for (number,) in named}
        if texts.all:
            documents.update(map(number_of, texts.best))
        else:
            documents.update(number for (number,) in self.index.execute(_DOCUMENTS, words))
        said = len(spoken.best)
        if not spoken.all:
            [said] = self.index.execute(_COUNT_SAID, words).fetchone()
        by_kind = self.index.execute(_NAMED_BY_KIND, names)
        counts = {BANDS[band - 1]: count for band, count in by_kind}
        counts |= {"statement": said, "document": len(documents)}
        return {kind: n for kind, n in counts.items() if n}

    def named(self, limit: int) -> list[int]:
        """Return the places of names: whole, then beginning so, then holding the words."""
        found: list[int] = []
        words = self.query.among_names()
        values = {"words": words, "kinds": mask(self.kinds), "most": limit}
        if self.query.key:
            after = self.query.key + (_LAST if self.query.terms[-1].beginning else "\0")
            keyed = {**values, "key": self.query.key, "after": after}
            found = [where for where, *_ in self.index.execute(_BY_NAME, keyed)]
        found += [where for (where,) in self.index.execute(_BEST_NAMED, values)]
        return list(dict.fromkeys(found))

    def spoken(self) -> _Weighed:
        """Return the statements that match."""
        return self._weighed("statement", _WEIGHED_SAID)

    def texts(self) -> _Weighed:
        """Return the paragraphs that match."""
        return self._weighed("document", _WEIGHED_WRITTEN)

    def _weighed(self, kind: str, query: str) -> _Weighed:
        if kind not in self.kinds:
            return _Weighed()
        rows = self.index.execute(query, self._words()).fetchall()
        more = len(rows) > WEIGHED
        return _Weighed(
            best=tuple(where for _, where in sorted(rows[:WEIGHED])),
            more=more,
            whole=number_of(rows[-1][1]) if more else THINGS,
        )

    def places(self, numbers: Iterable[int], texts: _Weighed) -> dict[int, list[int]]:
        """Return all places that match of each of these documents, in the order of the text."""
        found: dict[int, list[int]] = {number: [] for number in numbers}
        for where in sorted(texts.best):
            number = number_of(where)
            if number in found and number < texts.whole:
                found[number].append(where)
        if rest := [number for number in found if number >= texts.whole]:
            low, high = of_thing("paragraph", min(rest))[0], of_thing("paragraph", max(rest))[1]
            values = {**self._words(), "numbers": json.dumps(rest), "low": low, "high": high}
            for (where,) in self.index.execute(_OF_THESE, values):
                found[number_of(where)].append(where)
        return found

    def things(self, numbers: Iterable[int]) -> dict[int, tuple[str, str | None, str]]:
        """Return id, digest and kind by number."""
        rows = (_row(self.index, _THINGS, number) for number in numbers)
        return {number: (_said(id_), digest, _said(band)) for number, id_, digest, band in rows}

    def entries(self, places: Iterable[int]) -> tuple[Entry, ...]:
        """Return the paragraphs at these places."""
        found = (_row(self.index, _ENTRY, where) for where in places)
        return tuple(Entry(words=_said(w), start=s, paragraph=n, page=p) for w, s, n, p in found)

    def _words(self) -> dict[str, object]:
        return {"words": self.query.among_words()}


def _row(index: sqlite3.Connection, query: str, key: int) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = index.execute(query, (key,)).fetchone()
    if row is None:
        raise Damaged(f"nothing stands at {key}")
    return row


def _said(value: object) -> str:
    if not isinstance(value, str):
        raise Damaged("words are no words")
    return value


def mention(index: sqlite3.Connection, document: str, start: int) -> str:
    """Return the masked words of the paragraph in which a place of a document lies; "" if none."""
    row = index.execute("SELECT number FROM things WHERE id = ?", (document,)).fetchone()
    if row is None:
        return ""
    found = index.execute(_MENTION, (*of_thing("paragraph", row[0]), start)).fetchone()
    return str(found[0]) if found else ""
