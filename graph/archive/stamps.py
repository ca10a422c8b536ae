"""Stamps of files that are not read: the same stamp, the same content."""

import os
import time
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from graph.archive.archive import Archive

Known = tuple[str, os.stat_result]
# A file that is changed twice within one tick of the file system's clock bears the same time.
_TICK = 100_000_000


def records_stamp(archive: Archive) -> str | None:
    """Return the stamp of the archive's texts and records; null as `stamp_of`."""
    return stamp_of(record_files(archive))


def stamp_of(files: Iterable[Known]) -> str | None:
    """Return the stamp of these files by their names.

    Null where something changed just now, and may change again unseen. Every writer of ours makes
    a new file, so that a change shows in a file's number and times even where its size stays.
    """
    whole, newest = blake2b(digest_size=16), 0
    for name, found in files:
        newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
        times = found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        whole.update(f"{name} {times}\n".encode())
    return whole.hexdigest() if newest < time.time_ns() - _TICK else None


def record_files(archive: Archive) -> Iterator[Known]:
    """Yield the stored text and the records of every source."""
    for sha256 in archive.hashes():
        for path in (
            archive.root / "sources" / sha256 / "text.txt",
            archive.root / "records" / f"{sha256}.jsonl",
        ):
            yield from file_at(sha256, path)


def file_at(name: str, path: Path) -> Iterator[Known]:
    """Yield the file of this path under a name; nothing where there is none."""
    try:
        yield name, path.stat()
    except FileNotFoundError:
        return
