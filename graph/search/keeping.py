"""One thing of the graph put into the index, or taken out: its names, its words, its text."""
# ruff: noqa: S608 - the queries hold names of our own tables

import sqlite3
from collections.abc import Iterator

from graph.archive import Archive
from graph.masking import masked
from graph.search.asking import Row
from graph.search.entries import APART, text_paragraphs
from graph.search.file import FULL_TEXT
from graph.search.folding import closed, name_key, tokens
from graph.search.places import band_of, of_thing, place

Kept = tuple[int, str, int | None, int | None, int | None]
"""A row of `entries`: place, words, and of a paragraph its start, number and page."""
_KEEP = {t: f"INSERT INTO {t} (rowid, words, closed) VALUES (?, ?, ?)" for t in FULL_TEXT}
_FORGET = {
    t: f"INSERT INTO {t} ({t}, rowid, words, closed) VALUES ('delete', ?, ?, ?)" for t in FULL_TEXT
}


def put_named(index: sqlite3.Connection, band: str, number: int, row: Row) -> None:
    """Keep the names of an entity or a document, or the words of a statement."""
    where = place(band, number)
    index.executemany("INSERT INTO names VALUES (?, ?)", [(key, where) for key in keys(band, row)])
    _put(index, named_entry(band, number, row))


def put_text(index: sqlite3.Connection, archive: Archive, number: int, row: Row) -> None:
    """Keep the paragraphs of a document's text, with the names of protected people masked."""
    for entry in text_entries(archive, number, row):
        _put(index, entry)


def keys(band: str, row: Row) -> set[str]:
    """Return what the names of an entity or a document are compared by; none of a statement."""
    names = [] if band == "statement" else _names(row)
    return {name_key(str(name)) for name in names if name} - {""}


def named_entry(band: str, number: int, row: Row) -> Kept:
    """Return the entry of the names of an entity or a document, or of a statement's words."""
    if band == "statement":
        words = listed(row["words"]) or [row["quote"]]
    else:
        words = [*_names(row), row["publisher"]]
    said = APART.join(dict.fromkeys(str(one) for one in words if one))
    return place(band, number), said, None, None, None


def text_entries(archive: Archive, number: int, row: Row) -> Iterator[Kept]:
    """Yield the entries of a document's text, with the names of protected people masked."""
    sha256 = str(row["sha256"])
    if not archive.has(sha256):
        return  # it was removed, and the graph will follow
    places = [int(str(one)) for one in listed(row["masked"])]
    shown = masked(archive.text(sha256), zip(places[::2], places[1::2], strict=True))
    found = text_paragraphs(shown, archive.source(sha256).pages)
    for part, one in enumerate(found):
        yield place("paragraph", number, part), one.words, one.start, one.number, one.page


def take_out(index: sqlite3.Connection, band: str, number: int) -> None:
    """Let go of everything that is kept of a thing."""
    bands = (band, "paragraph") if band == "document" else (band,)
    for low, high in (of_thing(each, number) for each in bands):
        for where, words in index.execute(
            "SELECT place, words FROM entries WHERE place BETWEEN ? AND ?", (low, high)
        ).fetchall():
            # A full-text table keeps no copy of its own: it must be told what it was given.
            index.execute(_FORGET[table_of(band_of(where))], (where, *_folded(words)))
        index.execute("DELETE FROM entries WHERE place BETWEEN ? AND ?", (low, high))
    index.execute("DELETE FROM names WHERE place = ?", (place(band, number),))
    index.execute("DELETE FROM things WHERE number = ?", (number,))


def table_of(band: str) -> str:
    """Return the full-text table that holds the words of a band."""
    named, said, written = FULL_TEXT
    return {"statement": said, "paragraph": written}.get(band, named)


def listed(value: object) -> list[object]:
    """Return a list of the engine; empty where it is null."""
    return value if isinstance(value, list) else []


def _names(row: Row) -> list[object]:
    return [row["name"], *listed(row["aliases"]), row["reference"], row["file"]]


def _put(index: sqlite3.Connection, entry: Kept) -> None:
    where, words, *_ = entry
    index.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", entry)
    index.execute(_KEEP[table_of(band_of(where))], (where, *_folded(words)))


def _folded(words: str) -> tuple[str, str]:
    running = (" ".join(tokens(each)) for each in words.split(APART))
    # A sign that no word holds takes a place of its own, so that no phrase reaches over it.
    return " ¶ ".join(running), " ".join(closed(words))
