"""Small and read-only disks for tests, mounted where the machine allows it, else skipped."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Yield a folder on a disk of its own with this much room ("60m")."""
    folder.mkdir()
    with _mounted(["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], folder):
        yield folder


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write below this folder, whoever they are."""
    with _mounted(["--bind", str(folder), str(folder)], folder):
        _run(["mount", "-o", "remount,ro,bind", str(folder)])
        yield


def fill(disk: Path, *, leaving: int = 0) -> None:
    """Take all room of a disk but this many bytes."""
    filler = disk / "filler"
    filler.unlink(missing_ok=True)
    with filler.open("wb") as file:
        file.write(bytes(shutil.disk_usage(disk).free - leaving))


@contextmanager
def _mounted(how: list[str], folder: Path) -> Iterator[None]:
    _run(["mount", *how])
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _run(words: list[str]) -> None:
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("this machine has no mount")
    if done.returncode:
        pytest.skip(f"this account may not mount: {done.stderr.strip()}")
