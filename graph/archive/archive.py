"""One investigation on disk: `archive.toml`, sources, records, judgements.

The folder's layout is a contract (README, "The archive"). Nothing here knows how records are made
or how the graph is loaded.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from graph.archive.about import FILE, About, read_about
from graph.archive.files import held_still, locked, sweep, write_folder, write_whole
from graph.archive.migrations import FORMAT, refuse_other
from graph.archive.removals import (
    Removal,
    finish,
    let_in_again,
    pending,
    standing_removals,
)
from graph.archive.source import Source
from graph.errors import NotFound, OnRecordError, UsageError
from graph.ids import document_id
from graph.model import Record
from graph.records import decode_lines, encode_lines


class _Extraction(msgspec.Struct, tag="extraction", tag_field="kind"):
    """The first line of a records file: what the records are a function of."""

    id: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An archive folder that exists and has a format we read."""

    root: Path
    id: str
    title: str
    purpose: str

    @classmethod
    def create(cls, root: Path, *, title: str, purpose: str = "") -> "Archive":
        """Make the folder with its `archive.toml`, or open the archive that is there already."""
        if (root / FILE).exists():
            return cls.open(root)
        if root.exists() and not root.is_dir():
            raise UsageError(
                "this is a file, and an archive is a folder",
                subject=str(root),
                remedy="Name a folder with --archive",
            )
        others = root.is_dir() and any(not path.name.startswith(".") for path in root.iterdir())
        # Looked for again: another command may have begun the archive since, by this file first.
        if others and not (root / FILE).exists():
            raise UsageError(
                "this folder holds other files and no archive.toml",
                subject=str(root),
                remedy="Name an empty or new folder with --archive",
            )
        with locked(root / ".lock"):
            if not (root / FILE).exists():
                id_ = secrets.token_hex(8)
                About(format=FORMAT, id=id_, title=title, purpose=purpose).write(root)
        return cls.open(root)

    @classmethod
    def open(cls, root: Path) -> "Archive":
        """Return the archive; raise NotFound where there is none.

        Raises OnRecordError for one that is unreadable, or has another format.
        """
        about = read_about(root)
        refuse_other(about, root)
        return cls(root=root, id=about.id, title=about.title, purpose=about.purpose)

    def hashes(self) -> list[str]:
        """Return the hashes of all sources, in order."""
        folder = self.root / "sources"
        return sorted(path.name for path in folder.glob("[0-9a-f]*")) if folder.is_dir() else []

    def sources(self) -> Iterator[Source]:
        """Yield every source in the order of its hash."""
        for sha256 in self.hashes():
            yield self._source(sha256)

    def has(self, sha256: str) -> bool:
        """Return whether the source with this hash is in the archive."""
        return (self.root / "sources" / sha256 / "source.toml").is_file()

    def source(self, document: str) -> Source:
        """Return the source of a document id (or of a hash or its beginning); raise NotFound."""
        beginning = document.removeprefix("doc-")
        if beginning.isalnum() and self.has(beginning):
            return self._source(beginning)
        folder = self.root / "sources"
        found = sorted(folder.glob(f"{beginning}*")) if beginning.isalnum() else []
        if len(found) != 1:
            raise NotFound(
                "the archive holds no such document" if not found else "this names several sources",
                subject=document,
                remedy="Take the id from the list of documents",
            )
        return self._source(found[0].name)

    def text(self, sha256: str) -> str:
        """Return the stored text that spans of this source point into, line ends unchanged."""
        data = self._read(sha256, "text.txt")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as fault:
            raise self._unreadable(f"sources/{sha256}/text.txt", str(fault)) from fault

    def original(self, sha256: str) -> bytes:
        """Return the original bytes."""
        return self._read(sha256, "original")

    def add(self, data: bytes, text: str, source: Source) -> str:
        """Store a source, whole or not at all; one that is there stays. Return its document id.

        The hash of the stored text is written into its `source.toml`, so that a text that was
        changed afterwards is found.
        """
        if hashlib.sha256(data).hexdigest() != source.sha256:
            raise OnRecordError("the bytes do not have the hash named", subject=source.name)
        stored = text.encode("utf-8")
        known = replace(source, text_sha256=hashlib.sha256(stored).hexdigest())
        write_folder(
            self.root / "sources" / source.sha256,
            {"original": data, "text.txt": stored, "source.toml": known.to_toml()},
        )
        return document_id(source.sha256)

    def describe(self, source: Source) -> None:
        """Replace what is known about a source (not its bytes or its text)."""
        path = self.root / "sources" / source.sha256 / "source.toml"
        data = source.to_toml()
        if path.read_bytes() != data:
            write_whole(path, data)

    def records_key(self, sha256: str) -> str | None:
        """Return the key of what the source's records were made from, null without records."""
        try:
            with self._records(sha256).open("rb") as file:
                return msgspec.json.decode(file.readline(), type=_Extraction).key
        except (FileNotFoundError, msgspec.MsgspecError):
            return None

    def put_records(self, sha256: str, key: str, records: Iterable[Record]) -> None:
        """Write the source's records with the key of what they are a function of."""
        head = msgspec.json.encode(_Extraction(id=document_id(sha256), key=key))
        write_whole(self._records(sha256), head + b"\n" + encode_lines(records))

    def records(self, sha256: str) -> Iterator[Record]:
        """Yield the records extracted from one source; none where it was not extracted yet."""
        path = self._records(sha256)
        if not path.is_file():
            return
        _, _, lines = path.read_bytes().partition(b"\n")
        yield from decode_lines(lines, where=str(path.relative_to(self.root)))

    def removal(self, sha256: str) -> Removal | None:
        """Return how the source with this hash was removed; null if it never was, or came again."""
        return standing_removals(self.root).get(sha256)

    def let_in_again(self, removed: Removal, *, at: str, by: str) -> None:
        """Note that a removed source comes in again; the caller holds the lock."""
        let_in_again(
            self.root, msgspec.structs.replace(removed, kind="again", at=at, by=by, why="")
        )

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the archive's writer lock: one command changes it at a time, others wait.

        What a writer that was killed left half done is cleared away first, and a removal that it
        had begun is finished.
        """
        with locked(self.root / ".lock"):
            for folder in ("", "sources", "records"):
                sweep(self.root / folder)
            finish(self.root)
            yield

    @property
    def writable(self) -> bool:
        """Whether files can be made in the folder."""
        return os.access(self.root, os.W_OK)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Keep writers away while everything is read, also where the folder cannot be written."""
        if self.writable:
            with self.lock():
                yield
            return
        if pending(self.root):
            raise OnRecordError(
                "a removal was broken off here, and cannot be finished in a read-only folder",
                subject=str(self.root),
                remedy="Make the folder writable, then run the same again",
            )
        with held_still(self.root / ".lock"):
            yield

    def _records(self, sha256: str) -> Path:
        return self.root / "records" / f"{sha256}.jsonl"

    def _source(self, sha256: str) -> Source:
        where = f"sources/{sha256}/source.toml"
        return Source.from_toml(self._read(sha256, "source.toml"), where=str(self.root / where))

    def _read(self, sha256: str, name: str) -> bytes:
        where = f"sources/{sha256}/{name}"
        try:
            return (self.root / where).read_bytes()
        except OSError as fault:
            raise self._unreadable(where, str(fault.strerror)) from fault

    def _unreadable(self, where: str, why: str) -> OnRecordError:
        return OnRecordError(
            f"it cannot be read ({why})",
            subject=str(self.root / where),
            remedy="Restore the file from a backup, or ingest the source again",
        )
