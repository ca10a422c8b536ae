"""Finding in the index: whole names, beginnings of names, names, statements, paragraphs.

Within a step the best by BM25 come first, ties in the order of places, so that the same graph
always gives the same answer.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.search.places import BAND, NAMED, NUMBER, band_of, mask, number_of, of_thing, stretch
from graph.search.query import Query

WEIGHED = 3_000
"""So many statements, and so many paragraphs, are put in order at most."""
PASSAGES = 3
_FIRST_LOOK = 2_000
_KIND = {"paragraph": "document"}
_LAST = "\U0010ffff"
_MATCHING = "FROM folded WHERE folded MATCH :words AND rowid BETWEEN :low AND :high"
_OF_KINDS = f"AND 1 << ({BAND}) & :kinds"
_BY_NAME = """
SELECT place, max(key = :key) AS whole, min(length(key)) AS size FROM names
WHERE key >= :key AND key < :after AND 1 << (%s) & :kinds
GROUP BY place ORDER BY whole DESC, size, place LIMIT :most
""" % BAND.replace("rowid", "place")  # noqa: UP031 - it holds numbers
_BEST = f"SELECT rowid {_MATCHING} {_OF_KINDS} ORDER BY rank, rowid LIMIT :most"
_LAST_WEIGHED = f"SELECT rowid {_MATCHING} ORDER BY rowid LIMIT 1 OFFSET {WEIGHED - 1}"
_AMONG = f"AND {NUMBER} IN (SELECT value FROM json_each(:numbers))"  # noqa: S608 - a number
_OF_THESE = f"SELECT rowid {_MATCHING} {_AMONG} ORDER BY rowid"
_PLACES = f"SELECT {NUMBER}, count(*) {_MATCHING} GROUP BY 1"
_COUNT = f"SELECT count(*) {_MATCHING}"
_COUNTS = f"SELECT min(rowid), count(*) {_MATCHING} GROUP BY {BAND}"
_DOCUMENTS = f"SELECT {NUMBER} {_MATCHING}"
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
    how many were put in order where more match.
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
    search = _Search(index=index, query=query, kinds=kinds or frozenset((*NAMED, "statement")))
    places, counts = search.places(), search.counts()
    spoken = search.best("statement", counts.get("statement", 0), min(limit, each or limit))
    found = [*search.named(limit), *spoken]
    shown = _first(found, limit, each)
    texts = search.texts(places, min(limit, each or limit)) if len(shown) < limit else []
    shown = _first([*found, *texts], limit, each)
    things = search.things(shown)
    documents = {id_: number for number, (id_, _, band) in things.items() if band == "document"}
    best = search.passages({number: places.get(number, 0) for number in documents.values()}, texts)
    many = sum(places.values()) if "document" in search.kinds else 0
    said = counts.get("statement", 0) if "statement" in search.kinds else 0
    return Found(
        digests={things[number][0]: things[number][1] for number in shown},
        counts=search.with_documents(counts, places),
        entries={id_: search.entries(best[number]) for id_, number in documents.items()},
        places={id_: places.get(number, 0) for id_, number in documents.items()},
        weighed=WEIGHED if max(many, said) > WEIGHED else None,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """One query in one index. Each method asks once: a beginning is looked up anew each time."""

    index: sqlite3.Connection
    query: Query
    kinds: frozenset[str]

    def places(self) -> dict[int, int]:
        """Return how many paragraphs match of each document that has any, by its number."""
        return dict(self.index.execute(_PLACES, self._values("paragraph", "paragraph")).fetchall())

    def counts(self) -> dict[str, int]:
        """Return how many entities and statements match, by kind."""
        rows = self.index.execute(_COUNTS, self._values("person", "operation"))
        found = {band_of(where): count for where, count in rows}
        said = self.index.execute(_COUNT, self._values("statement", "statement")).fetchone()[0]
        return {**found, "statement": int(said)}

    def with_documents(
        self, counts: Mapping[str, int], places: Mapping[int, int]
    ) -> dict[str, int]:
        """Return the counts with that of documents, found by name or by text; without zeros."""
        named = self.index.execute(_DOCUMENTS, self._values("document", "document"))
        documents = len({number for (number,) in named} | places.keys())
        return {kind: n for kind, n in {**counts, "document": documents}.items() if n}

    def named(self, limit: int) -> list[int]:
        """Return the places of names: whole, then beginning so, then holding the words."""
        found: list[int] = []
        if self.query.key:
            after = self.query.key + (_LAST if self.query.terms[-1].beginning else "\0")
            keyed = self._values("person", "document", key=self.query.key, after=after, most=limit)
            found = [where for where, *_ in self.index.execute(_BY_NAME, keyed)]
        values = self._values("person", "document", most=limit)
        found += [where for (where,) in self.index.execute(_BEST, values)]
        return list(dict.fromkeys(found))

    def best(self, band: str, count: int, most: int) -> list[int]:
        """Return the best places of a band in which `count` match."""
        if not count or _KIND.get(band, band) not in self.kinds:
            return []
        values = self._values(band, band, most=most)
        if count > WEIGHED:
            values["high"] = self.index.execute(_LAST_WEIGHED, values).fetchone()[0]
        return [where for (where,) in self.index.execute(_BEST, values)]

    def texts(self, places: Mapping[int, int], limit: int) -> list[int]:
        """Return the best paragraphs, of at least `limit` documents where so many match."""
        count = sum(places.values())
        found = self.best("paragraph", count, _FIRST_LOOK)
        if len(found) < _FIRST_LOOK or len(set(map(number_of, found))) >= limit:
            return found
        return self.best("paragraph", count, WEIGHED)

    def passages(self, wanted: Mapping[int, int], best: list[int]) -> dict[int, list[int]]:
        """Return the best paragraphs of each document, at most `PASSAGES`.

        `wanted` are the documents with the number of their paragraphs that match. Where the best
        of all documents are not enough, those follow that come first in the text.
        """
        found: dict[int, list[int]] = {number: [] for number in wanted}
        short = [number for number, count in wanted.items() if count]
        self._share(best, found)
        short = [n for n in short if len(found[n]) < min(PASSAGES, wanted[n])]
        if short:
            values = self._values("paragraph", "paragraph", numbers=json.dumps(short))
            self._share([where for (where,) in self.index.execute(_OF_THESE, values)], found)
        return found

    @staticmethod
    def _share(places: Iterable[int], found: dict[int, list[int]]) -> None:
        for where in places:
            mine = found.get(number_of(where))
            if mine is not None and len(mine) < PASSAGES and where not in mine:
                mine.append(where)

    def things(self, numbers: Iterable[int]) -> dict[int, tuple[str, str | None, str]]:
        """Return id, digest and kind by number."""
        rows = (self.index.execute(_THINGS, (number,)).fetchone() for number in numbers)
        return {number: (id_, digest, band) for number, id_, digest, band in rows}

    def entries(self, places: Iterable[int]) -> tuple[Entry, ...]:
        """Return the paragraphs at these places."""
        found = (self.index.execute(_ENTRY, (where,)).fetchone() for where in places)
        return tuple(Entry(words=w, start=s, paragraph=n, page=p) for w, s, n, p in found)

    def _values(self, first: str, last: str, **more: object) -> dict[str, object]:
        low, high = stretch(first, last)
        named = first in NAMED
        words = self.query.among_names() if named else self.query.among_words()
        kinds = self.kinds if named else {first}
        return {"words": words, "low": low, "high": high, "kinds": mask(kinds), **more}


def mention(index: sqlite3.Connection, document: str, start: int) -> str:
    """Return the masked words of the paragraph in which a place of a document lies; "" if none."""
    row = index.execute("SELECT number FROM things WHERE id = ?", (document,)).fetchone()
    if row is None:
        return ""
    found = index.execute(_MENTION, (*of_thing("paragraph", row[0]), start)).fetchone()
    return str(found[0]) if found else ""
