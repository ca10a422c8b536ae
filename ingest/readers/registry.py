"""The table of readers, and the one way to use it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from ingest.readers import html, markdown, media, pdf, plain
from ingest.readers.readtext import ReadText, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One kind of file. `revision` is raised when its text changes; `library` does the reading."""

    name: str
    revision: int
    library: str
    read: Callable[[bytes], ReadText]


READERS: dict[str, Reader] = {
    media.TEXT: Reader(name="plain", revision=1, library="charset-normalizer", read=plain.read),
    media.MARKDOWN: Reader(
        name="markdown", revision=1, library="markdown-it-py", read=markdown.read
    ),
    media.HTML: Reader(name="html", revision=1, library="trafilatura", read=html.read),
    media.PDF: Reader(name="pdf", revision=1, library="pypdfium2", read=pdf.read),
}


def read(data: bytes, name: str) -> tuple[str, ReadText, tuple[str, ...]]:
    """Return media type, text and notes of a file with this name; raise Unreadable."""
    kind, notes = media.media_type(data, name)
    text = READERS[kind].read(data)
    if not text.text.strip():
        raise Unreadable("it holds no words", remedy="Look whether it is the right file")
    return kind, text, (*notes, *text.notes)


def reader_name(kind: str) -> str:
    """Return what `source.toml` says of the reader: its name, revision, library and version."""
    reader = READERS[kind]
    return f"{reader.name} {reader.revision} ({reader.library} {version(reader.library)})"
