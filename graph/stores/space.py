"""A full disk named as what it is: the embedded engine says nothing of it when a write fails."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import OnRecordError, UsageError

_LEAST = 2_000_000  # bytes free; a new page, its log and its index want some hundred thousand


@contextmanager
def full_disk_told(root: Path) -> Iterator[None]:
    """Say that the disk is full where the engine of the archive in `root` failed for that.

    What the user asked wrongly, or what is not there, is told as it is.
    """
    try:
        yield
    except UsageError:
        raise
    except OnRecordError as fault:
        if not fault.happened.startswith("the graph engine") or not _full(root):
            raise
        raise OnRecordError(
            "the disk is full, and the graph could not be written",
            subject=str(root / "graph"),
            remedy="Make room, then run the same command again; nothing in the archive is lost",
        ) from fault


def _full(root: Path) -> bool:
    try:
        return shutil.disk_usage(root).free < _LEAST
    except OSError:
        return False
