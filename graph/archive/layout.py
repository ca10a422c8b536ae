"""What an archive's folder may hold: the truth, what can be thrown away, and what is at work."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["truth", "working", "hidden", "unexplained", "link"]
DISPOSABLE = ("graph", "graph.set-aside", "index", "cache")
"""Folders that are made anew from the rest."""
_HASH = "[0-9a-f]{64}"
_TRUTH = re.compile(
    r"(?:archive\.toml|gazetteer\.yaml|judgements\.jsonl|removals\.jsonl"
    rf"|sources/{_HASH}/(?:original|text\.txt|source\.toml)|records/{_HASH}\.jsonl)"
)
_WORKING = re.compile(r"(?:(?:[^/]*/)*\.[^/]*\.partial(?:/.*)?|\.(?:judgements\.)?lock|\.removal)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One file: its path in the archive, parted by `/`, and what it is.

    `working`: locks, and what a writer has not finished; `hidden`: a dot begins its name.
    """

    name: str
    kind: Kind


def held(root: Path) -> Iterator[Held]:
    """Yield every file in the order of its name, but for what stands in disposable folders.

    Links are yielded and not followed. Raises OSError for a folder that cannot be read.
    """
    names = sorted(path.relative_to(root).as_posix() for path in _files(root))
    for name in names:
        yield Held(name=name, kind=_kind(root, name))


def _files(root: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(root, onerror=_stop):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        if here == root:
            folders[:] = [name for name in folders if name not in DISPOSABLE]
        yield from (here / name for name in (*files, *links))


def _kind(root: Path, name: str) -> Kind:
    if _WORKING.fullmatch(name):
        return "working"
    if name.startswith(".") or "/." in name:
        return "hidden"
    if (root / name).is_symlink() or not (root / name).is_file():
        return "link"
    return "truth" if _TRUTH.fullmatch(name) else "unexplained"


def _stop(fault: OSError) -> None:
    raise fault
