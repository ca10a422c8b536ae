"""`judgements.jsonl`: appended under a lock of its own, so that two writers at once lose nothing.

A line counts once it stands on the disk with its line end. What a writer that was killed left
without one was never acknowledged, and the next writer takes it away.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from graph.archive import Archive
from graph.archive.files import locked
from graph.errors import OnRecordError
from graph.judgements.judgement import Judgement
from graph.model import Record
from graph.model.standing import Action, Verdict
from graph.records import decode, encode

NAME = "judgements.jsonl"
_LOCK = ".judgements.lock"
_REMEDY = "Restore the file from a backup, or take the line out with an editor"


class _Line(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A judgement as it is written."""

    kind: Literal["judgement"]
    id: str
    at: str
    by: str
    action: Action
    on: str
    why: str = ""
    saw: list[msgspec.Raw] = []
    changes: dict[str, object] = {}
    other: str | None = None
    parts: list[str] = []
    added: list[msgspec.Raw] = []
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The judgements in the order in which they were made, and what could not be read."""

    judgements: tuple[Judgement, ...] = ()
    faults: tuple[OnRecordError, ...] = ()


def read(archive: Archive) -> Log:
    """Return the log of an archive; empty where nobody has judged anything."""
    try:
        data = (archive.root / NAME).read_bytes()
    except FileNotFoundError:
        return Log()
    except OSError as fault:
        raise OnRecordError(
            f"it cannot be read ({fault.strerror})", subject=NAME, remedy=_REMEDY
        ) from fault
    judgements: list[Judgement] = []
    faults: list[OnRecordError] = []
    for number, line in _lines(data):
        try:
            judgements.append(_decoded(line, f"{NAME}, line {number}"))
        except OnRecordError as fault:
            faults.append(fault)
    return Log(judgements=tuple(judgements), faults=tuple(faults))


def append(archive: Archive, judgements: Iterable[Judgement]) -> None:
    """Append judgements, all or none; they are on the disk when this returns."""
    lines = b"".join(_encoded(judgement) + b"\n" for judgement in judgements)
    path = archive.root / NAME
    with locked(archive.root / _LOCK):
        try:
            _write(path, lines)
        except OSError as fault:
            raise OnRecordError(
                f"it could not be written ({fault.strerror or fault}); nothing was judged",
                subject=str(path),
                remedy="Make room or give yourself the right to write there, then judge again",
            ) from fault


def _write(path: Path, lines: bytes) -> None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as file:
        end = _whole(file)
        try:
            file.seek(end)
            file.truncate()
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), end)
            raise


def _whole(file: BinaryIO) -> int:
    """Return the offset behind the last line that has its end."""
    size = file.seek(0, os.SEEK_END)
    step = 1 << 16
    while size:
        start = max(0, size - step)
        file.seek(start)
        place = file.read(size - start).rfind(b"\n")
        if place >= 0:
            return start + place + 1
        size = start
    return 0


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    whole = data[: data.rfind(b"\n") + 1]
    for number, line in enumerate(whole.split(b"\n"), 1):
        if line.strip():
            yield number, line


def _encoded(judgement: Judgement) -> bytes:
    return msgspec.json.encode(
        _Line(
            kind="judgement",
            id=judgement.id,
            at=judgement.at,
            by=judgement.by,
            action=judgement.action,
            on=judgement.on,
            why=judgement.why,
            saw=[msgspec.Raw(encode(record)) for record in judgement.saw],
            changes=dict(judgement.changes),
            other=judgement.other,
            parts=list(judgement.parts),
            added=[msgspec.Raw(encode(record)) for record in judgement.added],
            verdict=judgement.verdict,
        )
    )


def _decoded(data: bytes, where: str) -> Judgement:
    try:
        line = msgspec.json.decode(data, type=_Line)
    except msgspec.MsgspecError as fault:
        raise OnRecordError(
            f"this is no judgement: {fault}", subject=where, remedy=_REMEDY
        ) from fault
    return Judgement(
        id=line.id,
        at=line.at,
        by=line.by,
        action=line.action,
        on=line.on,
        why=line.why,
        saw=_copies(line.saw, where),
        changes=line.changes,
        other=line.other,
        parts=tuple(line.parts),
        added=tuple(decode(bytes(one), where=where) for one in line.added),
        verdict=line.verdict,
    )


def _copies(raw: list[msgspec.Raw], where: str) -> tuple[Record, ...]:
    """Return the copies; none where one has a shape of another time, and so fits nothing."""
    try:
        return tuple(decode(bytes(one), where=where) for one in raw)
    except OnRecordError:
        return ()
