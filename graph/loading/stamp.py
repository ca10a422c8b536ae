"""A stamp of everything that a load reads, without reading it: the same stamp, the same graph."""

import os
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from graph.archive import Archive

# A file that is changed twice within one tick of the file system's clock bears the same time.
_TICK = 100_000_000
_CODE = ("graph", "ingest")


def stamp(archive: Archive) -> str | None:
    """Return the stamp of the archive's texts, records and judgements, and of this program's code.

    Null where something changed just now, and may change again unseen. Every writer of ours makes
    a new file, so that a change shows in a file's number and times even where its size stays.
    """
    whole, newest = blake2b(digest_size=16), 0
    for name, found in _files(archive):
        newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
        times = found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
        whole.update(f"{name} {times}\n".encode())
    return whole.hexdigest() if newest < time.time_ns() - _TICK else None


def _files(archive: Archive) -> Iterator[tuple[str, os.stat_result]]:
    for sha256 in archive.hashes():
        for path in (
            archive.root / "sources" / sha256 / "text.txt",
            archive.root / "records" / f"{sha256}.jsonl",
        ):
            yield from _known(sha256, path)
    yield from _known("judgements", archive.root / "judgements.jsonl")
    for package in _CODE:
        folder = Path(__file__).parents[2] / package
        for path in sorted(folder.rglob("*.*")):
            if path.suffix != ".pyc":
                yield from _known(str(path), path)


def _known(name: str, path: Path) -> Iterator[tuple[str, os.stat_result]]:
    try:
        yield name, path.stat()
    except FileNotFoundError:
        return
