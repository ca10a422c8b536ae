"""One thing of the graph put into the index, or taken out: its names, its words, its text."""

import sqlite3

from graph.archive import Archive
from graph.masking import masked
from graph.search.asking import Row
from graph.search.entries import APART, Paragraph, text_paragraphs
from graph.search.folding import closed, name_key, tokens
from graph.search.places import of_thing, place


def put_named(index: sqlite3.Connection, band: str, number: int, row: Row) -> None:
    """Keep the names of an entity or a document, or the words of a statement."""
    where = place(band, number)
    if band == "statement":
        words = listed(row["words"]) or [row["quote"]]
    else:
        names = [row["name"], *listed(row["aliases"]), row["reference"], row["file"]]
        keys = {name_key(str(name)) for name in names if name} - {""}
        index.executemany("INSERT INTO names VALUES (?, ?)", [(key, where) for key in keys])
        words = [*names, row["publisher"]]
    _put(index, where, APART.join(dict.fromkeys(str(one) for one in words if one)))


def put_text(index: sqlite3.Connection, archive: Archive, number: int, row: Row) -> None:
    """Keep the paragraphs of a document's text, with the names of protected people masked."""
    sha256 = str(row["sha256"])
    if not archive.has(sha256):
        return  # it was removed, and the graph will follow
    places = [int(str(one)) for one in listed(row["masked"])]
    shown = masked(archive.text(sha256), zip(places[::2], places[1::2], strict=True))
    found = text_paragraphs(shown, archive.source(sha256).pages)
    for part, one in enumerate(found):
        _put(index, place("paragraph", number, part), one.words, one)


def take_out(index: sqlite3.Connection, band: str, number: int) -> None:
    """Let go of everything that is kept of a thing."""
    bands = (band, "paragraph") if band == "document" else (band,)
    for low, high in (of_thing(each, number) for each in bands):
        for where, words in index.execute(
            "SELECT place, words FROM entries WHERE place BETWEEN ? AND ?", (low, high)
        ).fetchall():
            # The full-text table keeps no copy of its own: it must be told what it was given.
            index.execute(
                "INSERT INTO folded (folded, rowid, words, closed) VALUES ('delete', ?, ?, ?)",
                (where, *_folded(words)),
            )
        index.execute("DELETE FROM entries WHERE place BETWEEN ? AND ?", (low, high))
    index.execute("DELETE FROM names WHERE place = ?", (place(band, number),))
    index.execute("DELETE FROM things WHERE number = ?", (number,))


def listed(value: object) -> list[object]:
    """Return a list of the engine; empty where it is null."""
    return value if isinstance(value, list) else []


def _put(
    index: sqlite3.Connection, where: int, words: str, paragraph: Paragraph | None = None
) -> None:
    at = (paragraph.start, paragraph.number, paragraph.page) if paragraph else (None, None, None)
    index.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", (where, words, *at))
    index.execute(
        "INSERT INTO folded (rowid, words, closed) VALUES (?, ?, ?)", (where, *_folded(words))
    )


def _folded(words: str) -> tuple[str, str]:
    running = (" ".join(tokens(each)) for each in words.split(APART))
    # A sign that no word holds takes a place of its own, so that no phrase reaches over it.
    return " ¶ ".join(running), " ".join(closed(words))
