"""Whether the index holds together by itself: its file, its full-text tables, their rows."""
# ruff: noqa: S608 - the queries hold names of our own tables, and a number

import sqlite3
from collections.abc import Iterator

from graph.search.file import FAULTS, FULL_TEXT, is_damage
from graph.search.places import NAMED, NUMBER, stretch

_BANDS = dict(
    zip(FULL_TEXT, [(NAMED[0], NAMED[-1]), ("statement",) * 2, ("paragraph",) * 2], strict=True)
)
_ROWS = "SELECT count(*) FROM entries WHERE place BETWEEN ? AND ?"
_OF_NOTHING = (
    "SELECT count(*) FROM entries "
    f"WHERE {NUMBER.replace('rowid', 'place')} NOT IN (SELECT number FROM things)"
)


def faults(index: sqlite3.Connection) -> Iterator[str]:
    """Yield what is damaged, a clause each. All of the index is read, and nothing is changed.

    SQLite takes the question to a full-text table for a change: an index that may only be read
    has to be copied before.
    """
    try:
        [found] = index.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            yield "it is damaged"
            return
        for table in FULL_TEXT:
            index.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        index.rollback()
        yield from _uneven(index)
    except FAULTS as fault:
        if not is_damage(fault):
            raise
        yield "it is damaged"


def _uneven(index: sqlite3.Connection) -> Iterator[str]:
    for table, (first, last) in _BANDS.items():
        [rows] = index.execute(_ROWS, stretch(first, last)).fetchone()
        [found] = index.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()
        if rows != found:
            what = table.removeprefix("in_")
            yield f"words of {found} {what} can be found, and {rows} {what} are kept"
    [lost] = index.execute(_OF_NOTHING).fetchone()
    if lost:
        yield f"{lost} of its rows belong to nothing"
