"""Writing that a crash cannot leave half done: a file or folder appears whole or not at all."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import OnRecordError


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to disk and put it in place in one step."""
    try:
        _write(path, data)
    except OSError as fault:
        raise unwritable(path, fault) from fault


def write_folder(path: Path, files: dict[str, bytes]) -> None:
    """Make the folder `path` with these files, whole or not at all; one that exists is left."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        for name, data in files.items():
            _write(partial / name, data)
        if not path.exists():
            partial.rename(path)
            flush_folder(path.parent)
    except OSError as fault:
        raise unwritable(path, fault) from fault
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        flush_folder(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def discard(path: Path) -> None:
    """Remove a file or folder in one step, as far as a reader can see; one not there is no fault.

    What a kill leaves of it has the name of something partial, which `sweep` clears away.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.rename(partial)
        flush_folder(path.parent)
        shutil.rmtree(partial) if partial.is_dir() else partial.unlink()
    except FileNotFoundError:
        return
    except OSError as fault:
        raise unwritable(path, fault, so="it may be gone in part") from fault


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

    The system lets go of it when the holder ends, however it ends. A folder that is made for it is
    its owner's alone.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as fault:
        raise unwritable(path, fault) from fault
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def held_still(path: Path) -> Iterator[None]:
    """Hold the lock of this file without writing; where there is none, nobody holds it."""
    try:
        file = path.open("rb")
    except OSError:
        yield
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries to disk, so that a rename outlives a loss of power."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unwritable(path: Path, fault: OSError, *, so: str = "nothing was changed") -> OnRecordError:
    """Return the error of a write that failed; `so` says what came of it."""
    return OnRecordError(
        f"it could not be written ({fault.strerror or fault}); {so}",
        subject=str(path),
        remedy="Make room or give yourself the right to write there, then run the same again",
    )
