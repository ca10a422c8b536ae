"""Reading a backup that anybody may have made: what does not fit its manifest is refused.

Nothing is written here. Sizes are those of the manifest and are held to while reading, so that no
file can grow beyond what it says of itself.
"""

import hashlib
import re
import stat
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.archive.layout import DISPOSABLE
from graph.care.manifest import FOLDER, NAME, Entry, Manifest, decode
from graph.errors import OnRecordError

# Beside BadZipFile: unknown methods and encryption, broken streams, ends that come early.
_FAULTS = (
    BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error,
)  # fmt: skip
_CHUNK = 1 << 20
_MANIFEST_LIMIT = 256_000_000  # bytes: some million files
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:]")
_DAMAGED = "Take another backup, or copy this one again from where it came"


@contextmanager
def opened(file: BinaryIO, where: str) -> Iterator[tuple[ZipFile, Manifest]]:
    """Yield the ZIP and its manifest, the list of files compared; raise OnRecordError."""
    try:
        packed = ZipFile(file)
    except _FAULTS as fault:
        raise _damaged(where, f"it is no backup, or was cut off ({fault})") from fault
    with packed:
        manifest = decode(_manifest(packed, where), where=where)
        _refuse_names(packed.infolist(), manifest, where)
        yield packed, manifest


def contents(packed: ZipFile, entry: Entry, where: str) -> Iterator[bytes]:
    """Yield a file's bytes; raise OnRecordError unless size and hash are those of the manifest."""
    hashed, left = hashlib.sha256(), entry.size
    for chunk in _chunks(packed, FOLDER + entry.name, where):
        left -= len(chunk)
        if left < 0:
            raise _damaged(where, f"{entry.name} is larger than its manifest says")
        hashed.update(chunk)
        yield chunk
    if left or hashed.hexdigest() != entry.sha256:
        raise _damaged(where, f"{entry.name} is not what its manifest says")


def verify(file: BinaryIO, where: str) -> Manifest:
    """Read a whole backup and return its manifest; raise OnRecordError where anything differs."""
    with opened(file, where) as (packed, manifest):
        for entry in manifest.files:
            for _ in contents(packed, entry, where):
                pass
    return manifest


def _manifest(packed: ZipFile, where: str) -> bytes:
    if NAME not in packed.namelist():
        raise _damaged(where, "it is no backup of On Record: it has no manifest")
    data = b""
    for chunk in _chunks(packed, NAME, where):
        data += chunk
        if len(data) > _MANIFEST_LIMIT:
            raise _damaged(where, "its manifest is larger than any that On Record writes")
    return data


def _chunks(packed: ZipFile, name: str, where: str) -> Iterator[bytes]:
    try:
        with packed.open(name) as member:
            while chunk := member.read(_CHUNK):
                yield chunk
    except _FAULTS as fault:
        raise _damaged(where, f"{name} cannot be read ({fault})") from fault


def _refuse_names(infos: list[ZipInfo], manifest: Manifest, where: str) -> None:
    listed = [FOLDER + entry.name for entry in manifest.files]
    if sorted([NAME, *listed]) != sorted(info.filename for info in infos):
        raise _damaged(where, "its files are not those that its manifest lists")
    for info in infos:
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            raise _damaged(where, f"{info.filename} is a link or no regular file")
    for entry in manifest.files:
        if not _safe(entry.name) or entry.size < 0:
            raise _damaged(where, f"{entry.name!r} is no place in an archive")
    _refuse_clashes(manifest, where)


def _safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return (
        bool(parts)
        and name == "/".join(parts)  # no empty or single-dot part, no slash at the end
        and not any(part.startswith(".") for part in parts)  # neither hidden nor leading out
        and not name.startswith("/")
        and not _UNSAFE.search(name)
        and parts[0] not in DISPOSABLE
    )


def _refuse_clashes(manifest: Manifest, where: str) -> None:
    """Raise OnRecordError for names that are one on some disk, or a file and a folder at once."""
    folded = [unicodedata.normalize("NFC", entry.name).casefold() for entry in manifest.files]
    folders = {str(parent) for name in folded for parent in PurePosixPath(name).parents}
    twice = [name for name, times in Counter(folded).items() if times > 1 or name in folders]
    if twice:
        raise _damaged(where, f"{twice[0]} stands in it twice")


def _damaged(where: str, happened: str) -> OnRecordError:
    return OnRecordError(happened, subject=where, remedy=_DAMAGED)


def open_backup(path: Path) -> BinaryIO:
    """Return the file to read; raise OnRecordError where it cannot be."""
    try:
        return path.open("rb")
    except OSError as fault:
        raise OnRecordError(
            f"it cannot be read ({fault.strerror})",
            subject=str(path),
            remedy="Look at its spelling, or give yourself the right to read it",
        ) from fault
