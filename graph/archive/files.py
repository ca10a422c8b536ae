"""Writing that a crash cannot leave half done: a file or folder appears whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import OnRecordError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to disk and put it in place in one step."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _flush_folder(path.parent)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise _unwritable(path, fault) from fault


def write_folder(path: Path, files: dict[str, bytes]) -> None:
    """Make the folder `path` with these files, whole or not at all; one that exists is left."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        for name, data in files.items():
            write_whole(partial / name, data)
        if not path.exists():
            partial.rename(path)
            _flush_folder(path.parent)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove the partial files and folders that a killed writer left; the caller holds the lock."""
    for partial in folder.glob(".*.partial"):
        if partial.is_dir():
            shutil.rmtree(partial, ignore_errors=True)
        else:
            partial.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of this file, made where it is missing, waiting for whoever holds it now.

    The system lets go of it when the holder ends, however it ends.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, fault: OSError) -> OnRecordError:
    return OnRecordError(
        f"it could not be written ({fault.strerror or fault}); nothing was changed",
        subject=str(path),
        remedy="Make room or give yourself the right to write there, then run the same again",
    )
