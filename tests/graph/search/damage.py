"""Ways in which the file of the search index may be spoilt."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def _overwritten(path: Path, data: bytes) -> None:
    # The first page stays, so that it only shows when something is searched for.
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def _without_a_table(path: Path, _: bytes) -> None:
    with closing(sqlite3.connect(path)) as index:
        index.execute("DROP TABLE in_paragraphs")


def _without_rows(path: Path, _: bytes) -> None:
    with closing(sqlite3.connect(path)) as index, index:
        index.execute("DELETE FROM entries WHERE paragraph IS NOT NULL")


def _without_things(path: Path, _: bytes) -> None:
    with closing(sqlite3.connect(path)) as index, index:
        index.execute("DELETE FROM things WHERE band <> 'person'")


DAMAGES: dict[str, Callable[[Path, bytes], object]] = {
    "empty": lambda path, _: path.write_bytes(b""),
    "no database": lambda path, _: path.write_bytes(b"no database at all"),
    "cut": lambda path, data: path.write_bytes(data[: len(data) // 2]),
    "cut to a page": lambda path, data: path.write_bytes(data[:4096]),
    "overwritten": _overwritten,
    "zeros": lambda path, data: path.write_bytes(bytes(len(data))),
    "a table missing": _without_a_table,
    "rows missing": _without_rows,
    "things missing": _without_things,
    "deleted": lambda path, _: path.unlink(),
}
"""Each is given the path of the index and what stands there."""


def flipped(data: bytes, seed: int) -> bytes:
    """Return the bytes with some changed, behind the first hundred that say what the file is."""
    dice = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 40)):
        spoilt[dice.randrange(100, len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)
