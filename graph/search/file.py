"""The index on disk: one SQLite file inside the archive that can be thrown away at any time.

A file that is damaged, of another archive or of another version of the program is never read; it
is made anew from graph and archive, beside the one that stands, which answers until then. It holds
words as they are shown, protected names masked.
"""

import fcntl
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from graph.archive import Archive
from graph.errors import OnRecordError

_FORMAT = 2
_WAIT = 30.0
"""Seconds. A change is made in small steps, and a reader waits for a moment of one."""
FULL_TEXT = ("in_names", "in_statements", "in_paragraphs")
"""The full-text tables, apart: a letter that begins a name is looked up among names alone."""
_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE things (number INTEGER PRIMARY KEY, id TEXT UNIQUE, band TEXT, digest TEXT);
CREATE TABLE names (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX names_of ON names (place);
CREATE TABLE entries (
  place INTEGER PRIMARY KEY, words TEXT, start INTEGER, paragraph INTEGER, page INTEGER
);
""" + "".join(
    f"CREATE VIRTUAL TABLE {table} USING fts5("
    "words, closed, content='', tokenize=\"ascii tokenchars '_'\");\n"
    for table in FULL_TEXT
)
FAULTS = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite may raise over a file that is damaged, or cannot be used now."""
_UNFIT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


class Damaged(sqlite3.DatabaseError):
    """What the index holds does not fit together."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Unfit(OnRecordError):
    """There is no index that fits: it is missing, damaged, another archive's or another format."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "there is no search index that can be read",
            subject=str(path),
            remedy="Run `onrecord load`, then search again",
        )


def path_of(archive: Archive) -> Path:
    """Return where the index of an archive stands."""
    return archive.root / "index" / "search.sqlite"


@contextmanager
def reading(archive: Archive) -> Iterator[sqlite3.Connection]:
    """Open the index to read; raise Unfit, or OnRecordError where it cannot be read now."""
    path = path_of(archive)
    with _told(path):
        if not path.exists():
            raise Unfit(path)
        address = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=_WAIT)) as index:
            _must_fit(index, archive)
            yield index


@contextmanager
def writing(
    archive: Archive, *, wait: bool = True, anew: bool = False
) -> Iterator[sqlite3.Connection]:
    """Open the index to change it, one process at a time; made where none fits, or `anew`.

    One that is made anew is put in place at the end. Raises BlockingIOError where another process
    changes it and `wait` is false.
    """
    path = path_of(archive)
    with _told(path):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with _alone(path.with_suffix(".lock"), wait=wait):
            index = None if anew else _standing(path, archive)
            if index is None:
                with _made_anew(path, archive) as index:
                    yield index
            else:
                with closing(index):
                    yield index


def version_of(index: sqlite3.Connection) -> str | None:
    """Return the graph's version that the index was brought to; "" while it is being changed."""
    row = index.execute("SELECT value FROM state WHERE name = 'version'").fetchone()
    return None if row is None or row[0] is None else str(row[0])


def note_version(index: sqlite3.Connection, version: str | None) -> None:
    """Note what the index is of."""
    with index:
        index.execute("REPLACE INTO state VALUES ('version', ?)", (version,))


def is_damage(fault: Exception) -> bool:
    """Return whether the fault is one of the file, and not of what was done with it."""
    # Python itself finds words that are no text: it gives no code, or fails over SQLite's message.
    undecoded = isinstance(fault, UnicodeDecodeError) or "Could not decode" in str(fault)
    return undecoded or _code(fault) in _UNFIT


def _signature(archive: Archive) -> str:
    # Folding follows the Unicode tables of the interpreter.
    return f"{_FORMAT} {unicodedata.unidata_version} {archive.id}"


def _standing(path: Path, archive: Archive) -> sqlite3.Connection | None:
    """Open the index that stands; null where none fits."""
    if not path.exists():
        return None
    try:
        return _opened(path, archive)
    except Unfit:
        return None
    except FAULTS as fault:
        if is_damage(fault):
            return None
        raise


@contextmanager
def _made_anew(path: Path, archive: Archive) -> Iterator[sqlite3.Connection]:
    partial = path.with_name(f".{path.name}.partial")
    _remove(partial)
    try:
        with closing(_opened(partial, archive)) as index:
            yield index
        if any(journal.exists() for journal in _journals(path)):
            # What a kill left of a change of the old file would be played into the new one.
            _remove(path)
        # Else whoever searches finds one of the two at any moment.
        partial.replace(path)
    except BaseException:
        _remove(partial)
        raise


def _opened(path: Path, archive: Archive) -> sqlite3.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    index = sqlite3.connect(path, timeout=_WAIT)
    try:
        index.execute("PRAGMA secure_delete = ON")
        index.execute("PRAGMA synchronous = NORMAL")
        index.execute("PRAGMA cache_size = -65536")
        if not index.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            index.executescript(_TABLES)
            with index:
                index.execute("INSERT INTO state VALUES ('signature', ?)", (_signature(archive),))
                index.execute("INSERT INTO state VALUES ('version', '')")
        _must_fit(index, archive)
    except BaseException:
        index.close()
        raise
    return index


def _must_fit(index: sqlite3.Connection, archive: Archive) -> None:
    row = index.execute("SELECT value FROM state WHERE name = 'signature'").fetchone()
    if row is None or row[0] != _signature(archive):
        raise Unfit(path_of(archive))


def _remove(path: Path) -> None:
    for file in (path, *_journals(path)):
        file.unlink(missing_ok=True)


def _journals(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))


@contextmanager
def _alone(path: Path, *, wait: bool) -> Iterator[None]:
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise Unfit for damage, and say in our own words what else the system refuses."""
    try:
        yield
    except (BlockingIOError, OnRecordError):
        raise
    except FAULTS as fault:
        if is_damage(fault):
            raise Unfit(path) from fault
        raise _unusable(path, fault) from fault
    except OSError as fault:
        raise _unusable(path, fault) from fault


def _unusable(path: Path, fault: Exception) -> OnRecordError:
    if _code(fault) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return OnRecordError(
            "another command is changing the search index and does not come to an end",
            subject=str(path),
            remedy="Search again in a moment",
        )
    return OnRecordError(
        f"the search index cannot be used ({getattr(fault, 'strerror', None) or fault})",
        subject=str(path),
        remedy="Make room or give yourself the right to write there, then search again",
    )


def _code(fault: Exception) -> int | None:
    code = getattr(fault, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
