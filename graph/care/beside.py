"""Building a file or folder beside its place, so that it appears there whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from graph.archive.files import flush_folder, unwritable


@contextmanager
def file_beside(path: Path) -> Iterator[BufferedRandom]:
    """Yield a new file, readable by its owner alone, that takes the place of `path` at the end.

    It is flushed to disk first. Where anything fails, `path` is as it was.
    """
    partial = _partial(path)
    try:
        _clear_abandoned(path)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(partial, flags, 0o600), "w+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
            file.flush()
            os.fsync(file.fileno())
            partial.replace(path)
        flush_folder(path.parent)
    except OSError as fault:
        raise unwritable(path, fault) from fault
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Yield a new folder that the caller may put in place of `path`; it is gone in the end."""
    partial = _partial(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(path)
        partial.mkdir(mode=0o700)
        handle = os.open(partial, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield partial
        finally:
            os.close(handle)
    except OSError as fault:
        raise unwritable(path, fault) from fault
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _partial(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.partial")


def _clear_abandoned(path: Path) -> None:
    """Remove what killed commands left beside `path`: whatever no living one holds locked."""
    for partial in path.parent.glob(f".{path.name}.*.partial"):
        handle = os.open(partial, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        finally:
            os.close(handle)
        shutil.rmtree(partial) if partial.is_dir() else partial.unlink()
