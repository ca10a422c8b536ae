"""What a backup says of itself: of which archive, of when, and each file with size and hash."""

from datetime import datetime
from importlib.metadata import version

import msgspec

from graph.archive.about import About
from graph.archive.migrations import refuse_newer
from graph.errors import OnRecordError

NAME = "manifest.json"
FOLDER = "archive/"
"""The archive's files stand below this folder in the backup, the manifest beside it."""
_KIND = "On Record backup"
_VERSION = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file: its path in the archive, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`made` is an ISO 8601 moment in UTC, `format` the archive's, `version` the backup's own."""

    kind: str
    version: int
    archive: str
    title: str
    format: int
    made: str
    onrecord: str
    files: tuple[Entry, ...]

    @classmethod
    def of(cls, about: About, made: datetime, files: tuple[Entry, ...]) -> "Manifest":
        """Return the manifest of an archive's files."""
        return cls(
            kind=_KIND,
            version=_VERSION,
            archive=about.id,
            title=about.title,
            format=about.format,
            made=made.isoformat(timespec="seconds"),
            onrecord=version("onrecord"),
            files=files,
        )

    @property
    def sources(self) -> int:
        """How many sources the backup holds."""
        return sum(entry.name.endswith("/original") for entry in self.files)

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(entry.size for entry in self.files)

    def sentence(self) -> str:
        """Return which archive, of when, and how much, as a clause."""
        return (
            f"“{self.title}” ({self.archive}), {self.sources} sources, {len(self.files)} files, "
            f"{self.size / 1e6:.1f} MB, of {self.made}"
        )

    def encode(self) -> bytes:
        """Return the file's bytes."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"


class _Head(msgspec.Struct):
    kind: str
    version: int
    format: int


def decode(data: bytes, *, where: str) -> Manifest:
    """Return the manifest; raise OnRecordError for another file, or one of a later version."""
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.kind != _KIND:
            raise OnRecordError("it is no backup of On Record", subject=where)
        refuse_newer(head.format, where)
        if head.version > _VERSION:
            raise OnRecordError(
                f"it is a backup of version {head.version}, and this version reads {_VERSION}",
                subject=where,
                remedy="Install the version of On Record that wrote it, or a later one",
            )
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as fault:
        raise OnRecordError(
            f"its manifest cannot be read: {fault}",
            subject=where,
            remedy="Take an earlier backup",
        ) from fault
