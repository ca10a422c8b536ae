"""What was computed before and may be thrown away: small databases in the archive's `cache/`.

A cache that is missing, damaged, of another shape or not to be written is an empty one: its users
compute again and nobody is told. Nothing here is part of the archive; backups leave it out.
"""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "cache"


@contextmanager
def cache(root: Path, name: str, table: str) -> Iterator[sqlite3.Connection]:
    """Yield the database `name` of the archive in `root`, with the one table that `table` makes.

    What was written is kept where all went well, and lost (never half kept) where not.
    """
    connection = _opened(root / FOLDER / f"{name}.sqlite", table)
    try:
        yield connection
        with contextlib.suppress(sqlite3.Error):  # a full disk costs the next command some time
            connection.commit()
    finally:
        connection.close()


def forget(root: Path) -> None:
    """Remove every cache of the archive, for one: where words of a source must be gone."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)


def _opened(path: Path, table: str) -> sqlite3.Connection:
    for _ in range(2):
        try:
            return _made(path, table)
        except (OSError, sqlite3.Error):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
    return _made(None, table)


def _made(path: Path | None, table: str) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    connection = sqlite3.connect(path or ":memory:", timeout=5.0)
    try:
        # Words that are deleted must not stay in the file; it is fast to lose and cheap to make.
        connection.executescript("PRAGMA secure_delete = ON; PRAGMA synchronous = OFF;")
        known = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'").fetchall()
        if not known:
            connection.execute(table)
        elif known != [(table,)]:
            raise sqlite3.DatabaseError("it was made by another version")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
