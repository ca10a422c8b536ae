"""A backup put in place as an archive: verified beside its place first, then renamed into it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

from graph.archive.about import FILE, About, read_about
from graph.archive.files import flush_folder, locked
from graph.archive.migrations import bring_up
from graph.archive.removals import finish
from graph.care.backup import back_up
from graph.care.beside import folder_beside
from graph.care.manifest import Manifest
from graph.care.packed import contents, open_backup, opened
from graph.errors import OnRecordError, UsageError
from graph.stores import endpoint

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put in place. `kept`: the backup of the archive that stood there, if one did."""

    manifest: Manifest
    kept: Path | None


def restore(
    path: Path,
    root: Path,
    *,
    now: datetime,
    replace: bool = False,
    progress: Progress = lambda done, total: None,
) -> Restored:
    """Put the backup at `path` in place as the archive in the folder `root`.

    An older format is migrated. Where an archive stands there, `replace` first backs it up beside.
    Raises UsageError where the place is taken, OnRecordError where the backup does not fit its
    manifest; nothing is changed then.
    """
    root = root.resolve()
    _put_back(root)
    _refuse_place(root, replace=replace)
    with open_backup(path) as file, opened(file, str(path)) as (packed, manifest):
        _refuse_size(manifest, root)
        with folder_beside(root) as partial:
            _unpack(packed, manifest, partial, str(path), progress)
            _refuse_other(read_about(partial), manifest, str(path))
            bring_up(partial)
            os.sync()  # one call for many files
            kept = _keep(root, now) if (root / FILE).exists() else None
            _place(root, partial)
    shutil.rmtree(_away(root), ignore_errors=True)
    return Restored(manifest=manifest, kept=kept)


def _unpack(
    packed: ZipFile, manifest: Manifest, into: Path, where: str, progress: Progress
) -> None:
    for number, entry in enumerate(manifest.files, 1):
        target = into / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        # The sources and the log of judgements hold names: they are their owner's alone.
        handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            for chunk in contents(packed, entry, where):
                file.write(chunk)
        progress(number, len(manifest.files))


def _refuse_place(root: Path, *, replace: bool) -> None:
    if root.exists() and not root.is_dir():
        raise UsageError(
            "this is a file, and an archive is a folder",
            subject=str(root),
            remedy="Name a folder with --archive",
        )
    if (root / FILE).exists():
        if not replace:
            raise UsageError(
                "there is an archive here",
                subject=str(root),
                remedy="Name a new folder with --archive, or say --replace: what stands here is "
                "backed up beside it first",
            )
        _refuse_in_use(root)
    elif root.is_dir() and any(root.iterdir()):
        raise UsageError(
            "this folder holds something else",
            subject=str(root),
            remedy="Name an empty or new folder with --archive",
        )


def _refuse_in_use(root: Path) -> None:
    if endpoint.in_use(root, read_about(root).id):
        raise OnRecordError(
            "a command has this archive's graph open",
            subject=str(root),
            remedy="End it (`onrecord serve` perhaps), then restore again",
        )


def _refuse_size(manifest: Manifest, root: Path) -> None:
    there = next(parent for parent in root.parents if parent.exists())
    free = shutil.disk_usage(there).free
    if manifest.size > free:
        raise OnRecordError(
            f"the backup needs {manifest.size / 1e6:.0f} MB, and {free / 1e6:.0f} MB are free",
            subject=str(root),
            remedy="Make room, or name a folder on another disk with --archive",
        )


def _refuse_other(about: About, manifest: Manifest, where: str) -> None:
    if (about.id, about.format) != (manifest.archive, manifest.format):
        raise OnRecordError(
            "the archive in it is not the one that its manifest names",
            subject=where,
            remedy="Take another backup",
        )


def _keep(root: Path, now: datetime) -> Path:
    """Back up what stands at `root` beside it and move it away; return the backup."""
    kept = root.with_name(f"{root.name}-replaced-{now:%Y-%m-%dT%H%M%SZ}.backup")
    with locked(root / ".lock"):
        finish(root)
        back_up(root, read_about(root), kept, now=now)
        root.rename(_away(root))
    return kept


def _place(root: Path, partial: Path) -> None:
    partial.rename(root)  # an empty folder gives way
    flush_folder(root.parent)


def _away(root: Path) -> Path:
    return root.with_name(f".{root.name}.replaced")


def _put_back(root: Path) -> None:
    """Undo a replacement that was killed between its two renames, and clear away one that was not.

    The new archive was still beside its place, under a name that is cleared away.
    """
    away = _away(root)
    if away.exists() and not root.exists():
        away.rename(root)
    shutil.rmtree(away, ignore_errors=True)
