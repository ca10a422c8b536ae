"""A stamp of everything that a load reads, without reading it: the same stamp, the same graph."""

from collections.abc import Iterator
from pathlib import Path

from graph.archive import Archive
from graph.archive.stamps import Known, file_at, record_files, stamp_of

_CODE = ("graph", "ingest")


def stamp(archive: Archive) -> str | None:
    """Return the stamp of the archive's texts, records and judgements, and of this program's code.

    Null where something changed just now.
    """
    return stamp_of(_files(archive))


def _files(archive: Archive) -> Iterator[Known]:
    yield from record_files(archive)
    yield from file_at("judgements", archive.root / "judgements.jsonl")
    for package in _CODE:
        folder = Path(__file__).parents[2] / package
        for path in sorted(folder.rglob("*.*")):
            if path.suffix != ".pyc":
                yield from file_at(str(path), path)
