"""One file into the archive: its bytes, its text, what is known of it. No records yet."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.archive import Archive, Source
from graph.errors import OnRecordError
from ingest.pipeline.details import Details
from ingest.readers import Unreadable, read, reader_name

SIZE_LIMIT = 100_000_000  # bytes

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A source that is in the archive; `new`: it was not before. `notes` are for the user."""

    source: Source
    new: bool
    notes: tuple[str, ...] = ()


def store(archive: Archive, path: Path, details: Details, *, now: Clock) -> Stored:
    """Put the file into the archive unless its bytes are there; raise OnRecordError."""
    data = _bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if archive.has(sha256):
        source = details.laid_over(archive.source(sha256))
        archive.describe(source)
        return Stored(source=source, new=False)
    try:
        media_type, text, notes = read(data, path.name)
    except Unreadable as fault:
        raise Unreadable(fault.happened, subject=str(path), remedy=fault.remedy) from fault
    source = Source(
        sha256=sha256,
        # A name that is not UTF-8 could not be written down.
        name=os.fsencode(path.name).decode("utf-8", "replace"),
        media_type=media_type,
        reader=reader_name(media_type),
        retrieved=now().astimezone(UTC).isoformat(timespec="seconds"),
        title=text.title,
        url=text.url,
        publisher=text.publisher,
        published=text.published,
        pages=text.pages,
    )
    archive.add(data, text.text, details.laid_over(source))
    return Stored(source=archive.source(sha256), new=True, notes=notes)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise _too_large(path, size)
        return path.read_bytes()
    except OSError as fault:
        raise OnRecordError(
            f"it cannot be read ({fault.strerror})",
            subject=str(path),
            remedy="Give yourself the right to read it, or copy it to another place",
        ) from fault


def _too_large(path: Path, size: int) -> OnRecordError:
    return OnRecordError(
        f"it has {size / 1e6:.0f} MB, and the limit is {SIZE_LIMIT / 1e6:.0f} MB",
        subject=str(path),
        remedy="Split it into smaller files",
    )
