"""An archive as one file: a ZIP with a manifest, written whole or not at all, and read back.

Everything is in it but what is made anew (`graph/`) and what somebody is just writing. It holds
the sources with every name in them, so only its owner may read it.
"""

import hashlib
import stat
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.archive.about import About
from graph.archive.files import held_still
from graph.archive.layout import Held, held
from graph.care.beside import file_beside
from graph.care.manifest import FOLDER, NAME, Entry, Manifest
from graph.care.packed import verify
from graph.errors import OnRecordError, UsageError

Progress = Callable[[int, int], None]
"""Told how many files are dealt with, and of how many."""
_CHUNK = 1 << 20
_JUDGEMENTS = "judgements.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was written and read back; `sha256` is the whole file's.

    `left_out` names files that are hidden or links, `doubtful` originals that do not have the hash
    they are kept under: they are in it as they are.
    """

    path: Path
    manifest: Manifest
    sha256: str
    left_out: tuple[str, ...]
    doubtful: tuple[str, ...]


def back_up(
    root: Path,
    about: About,
    path: Path,
    *,
    now: datetime,
    force: bool = False,
    progress: Progress = lambda done, total: None,
) -> Backup:
    """Write the archive in the folder `root` to `path`; the caller keeps writers away.

    Raises UsageError where `path` is taken (unless `force`) or lies in the archive, OnRecordError
    where a file cannot be read, or the backup cannot be written or does not read back.
    """
    _refuse_place(root, path, force=force)
    files = _listed(root)
    names = [one.name for one in files if one.kind in ("truth", "unexplained")]
    with file_beside(path) as file:
        entries = []
        with ZipFile(file, "w", ZIP_DEFLATED) as packed:
            for number, name in enumerate(names, 1):
                entries.append(_pack(packed, root, name))
                progress(number, len(names))
            manifest = Manifest.of(about, now, tuple(entries))
            packed.writestr(_info(NAME), manifest.encode())
        if verify(file, str(path)) != manifest:
            raise OnRecordError(
                "the backup does not read back as it was written", subject=str(path)
            )
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Backup(
        path=path,
        manifest=manifest,
        sha256=sha256,
        left_out=tuple(one.name for one in files if one.kind in ("hidden", "link")),
        doubtful=tuple(entry.name for entry in entries if _doubtful(entry)),
    )


def _refuse_place(root: Path, path: Path, *, force: bool) -> None:
    if path.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            "this is inside the archive, and would be lost with it",
            subject=str(path),
            remedy="Name a file elsewhere, best on another disk",
        )
    if path.is_dir():
        raise UsageError("this is a folder", subject=str(path), remedy="Name a file in it")
    if path.exists() and not force:
        raise UsageError(
            "this file exists", subject=str(path), remedy="Name another, or say --force"
        )


def _listed(root: Path) -> list[Held]:
    try:
        return list(held(root))
    except OSError as fault:
        raise _unreadable(Path(str(fault.filename)), fault) from fault


def _pack(packed: ZipFile, root: Path, name: str) -> Entry:
    # Judgements are appended under a lock of their own.
    lock = held_still(root / ".judgements.lock") if name == _JUDGEMENTS else nullcontext()
    info = _info(FOLDER + name)
    with lock, _opened(root / name) as file, packed.open(info, "w", force_zip64=True) as into:
        hashed, size = hashlib.sha256(), 0
        while chunk := _read(file):
            hashed.update(chunk)
            size += len(chunk)
            into.write(chunk)
    return Entry(name=name, size=size, sha256=hashed.hexdigest())


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as fault:
        raise _unreadable(path, fault) from fault


def _read(file: BinaryIO) -> bytes:
    try:
        return file.read(_CHUNK)
    except OSError as fault:
        raise _unreadable(Path(file.name), fault) from fault


def _info(name: str) -> ZipInfo:
    # No time and no rights of the machine enter: the same archive gives the same bytes.
    info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    info.compress_type = ZIP_DEFLATED
    return info


def _doubtful(entry: Entry) -> bool:
    place, _, last = entry.name.rpartition("/")
    return last == "original" and place != f"sources/{entry.sha256}"


def _unreadable(path: Path, fault: OSError) -> OnRecordError:
    return OnRecordError(
        f"it cannot be read ({fault.strerror}), so that there is no backup",
        subject=str(path),
        remedy="Give yourself the right to read it, or look at the disk",
    )
