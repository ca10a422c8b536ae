"""One investigation on disk: `archive.toml`, sources, records, judgements.

The folder's layout is a contract (README, "The archive"). Nothing here knows how records are made
or how the graph is loaded.
"""

import hashlib
import secrets
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import tomli_w

from graph.archive.files import locked, sweep, write_folder, write_whole
from graph.archive.source import Source
from graph.errors import NotFound, OnRecordError, UsageError
from graph.ids import document_id
from graph.model import Record
from graph.records import decode_lines, encode_lines

FORMAT = 1


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
        if (root / "archive.toml").exists():
            return cls.open(root)
        if root.exists() and not root.is_dir():
            raise UsageError(
                "this is a file, and an archive is a folder",
                subject=str(root),
                remedy="Name a folder with --archive",
            )
        if root.is_dir() and any(not path.name.startswith(".") for path in root.iterdir()):
            raise UsageError(
                "this folder holds other files and no archive.toml",
                subject=str(root),
                remedy="Name an empty or new folder with --archive",
            )
        about = {"format": FORMAT, "id": secrets.token_hex(8), "title": title, "purpose": purpose}
        with locked(root / ".lock"):
            if not (root / "archive.toml").exists():
                write_whole(root / "archive.toml", tomli_w.dumps(about).encode())
        return cls.open(root)

    @classmethod
    def open(cls, root: Path) -> "Archive":
        """Return the archive; raise NotFound where there is none, OnRecordError if unreadable."""
        path = root / "archive.toml"
        try:
            about = tomllib.loads(path.read_text("utf-8"))
            format_, known = about["format"], {k: about[k] for k in ("id", "title", "purpose")}
        except FileNotFoundError:
            raise NotFound(
                "there is no archive here",
                subject=str(root),
                remedy="Ingest a document to begin one, or name another folder with --archive",
            ) from None
        except (OSError, ValueError, KeyError) as fault:
            raise OnRecordError(
                f"it cannot be read: {fault}",
                subject=str(path),
                remedy="Restore the file from a backup",
            ) from fault
        if format_ != FORMAT:
            raise OnRecordError(
                f"this archive has format {format_}, and this version reads format {FORMAT}",
                subject=str(root),
                remedy="Install the version of On Record that wrote it",
            )
        return cls(root=root, **known)

    def sources(self) -> Iterator[Source]:
        """Yield every source in the order of its hash."""
        folder = self.root / "sources"
        for path in sorted(folder.glob("[0-9a-f]*")) if folder.is_dir() else ():
            yield self._source(path.name)

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
        return (self.root / "sources" / sha256 / "text.txt").read_bytes().decode("utf-8")

    def original(self, sha256: str) -> bytes:
        """Return the original bytes."""
        return (self.root / "sources" / sha256 / "original").read_bytes()

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

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the archive's writer lock: one command changes it at a time, others wait.

        What a writer that was killed left half done is cleared away first.
        """
        with locked(self.root / ".lock"):
            for folder in ("", "sources", "records"):
                sweep(self.root / folder)
            yield

    def _records(self, sha256: str) -> Path:
        return self.root / "records" / f"{sha256}.jsonl"

    def _source(self, sha256: str) -> Source:
        path = self.root / "sources" / sha256 / "source.toml"
        try:
            return Source.from_toml(path.read_bytes(), where=str(path))
        except OSError as fault:
            raise OnRecordError(
                f"it cannot be read ({fault.strerror})",
                subject=str(path),
                remedy="Restore the file from a backup, or ingest the source again",
            ) from fault
