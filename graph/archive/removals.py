"""`removals.jsonl`: which sources were taken out, by whom, when and why, without their content.

A removal is first written down whole in `.removal`. From then on it is done, whatever happens:
whoever next holds the archive's lock finishes what a kill has left.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from graph.archive.files import discard, flush_folder, write_whole
from graph.errors import OnRecordError

FILE = "removals.jsonl"
_BEGUN = ".removal"


class Removal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line: a source was removed, or (`again`) may come in again.

    `at` is an ISO 8601 moment in UTC. `name` and `title` are null where they were to be forgotten,
    `media_type` where nothing was known; `came_with` is the document whose removal took it along.
    """

    kind: Literal["removal", "again"]
    archive: str
    document: str
    sha256: str
    at: str
    by: str
    why: str
    media_type: str | None = None
    name: str | None = None
    title: str | None = None
    came_with: str | None = None

    def sentence(self) -> str:
        """Return when, by whom and why, as a clause."""
        why = f": {self.why}" if self.why else ", and no reason was given"
        return f"it was removed on {self.at[:10]} by {self.by}{why}"


def removals(root: Path) -> list[Removal]:
    """Return every line, oldest first; raise OnRecordError that names one that does not fit."""
    try:
        lines = (root / FILE).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    return [_decoded(line, number) for number, line in enumerate(lines, 1) if line.strip()]


def standing_removals(root: Path) -> dict[str, Removal]:
    """Return by hash the removals after which the source did not come in again."""
    last = {line.sha256: line for line in removals(root)}
    return {sha256: line for sha256, line in last.items() if line.kind == "removal"}


def remove(root: Path, lines: Sequence[Removal]) -> None:
    """Take these sources out and write that down; the caller holds the archive's lock."""
    write_whole(root / _BEGUN, _encoded(lines))
    finish(root)


def let_in_again(root: Path, line: Removal) -> None:
    """Write down that a removed source may come in again; the caller holds the archive's lock."""
    _append(root, [line])


def pending(root: Path) -> bool:
    """Return whether a removal was begun and is not finished."""
    return (root / _BEGUN).exists()


def finish(root: Path) -> None:
    """Finish a removal that was begun, if one was; the caller holds the archive's lock."""
    if not pending(root):
        return
    begun = [_decoded(line, 1) for line in (root / _BEGUN).read_bytes().splitlines()]
    known = set(removals(root))
    _append(root, [line for line in begun if line not in known])
    standing = standing_removals(root)
    for line in (line for line in begun if standing.get(line.sha256) == line):
        discard(root / "records" / f"{line.sha256}.jsonl")
        discard(root / "sources" / line.sha256)
    (root / _BEGUN).unlink()
    flush_folder(root)


def _append(root: Path, lines: Sequence[Removal]) -> None:
    path = root / FILE
    before = path.read_bytes() if path.exists() else b""
    if lines:
        write_whole(path, before + _encoded(lines))


def _encoded(lines: Sequence[Removal]) -> bytes:
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _decoded(line: bytes, number: int) -> Removal:
    try:
        return msgspec.json.decode(line, type=Removal)
    except msgspec.MsgspecError as fault:
        raise OnRecordError(
            f"this is not a removal: {fault}",
            subject=f"{FILE}, line {number}",
            remedy="Restore the file from a backup",
        ) from fault
