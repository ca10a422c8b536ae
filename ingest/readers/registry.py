"""The table of readers, and the one way to use it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from platform import python_version

from lxml.etree import LxmlError  # type: ignore[import-untyped]

from ingest.readers import html, mail, markdown, media, pdf, plain, word
from ingest.readers.readtext import ReadText, Recognise, Unreadable
from ingest.readers.zipped import FAULTS as ZIP_FAULTS

# What the libraries were seen to raise on damaged files, or say that they raise. python-docx lets
# its own lookups fail (KeyError, AttributeError…), email its parser of headers, and all of them
# the interpreter's limit on nesting (RecursionError).
FAULTS = (
    *ZIP_FAULTS,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    LxmlError,
    RecursionError,
    TypeError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One kind of file. `revision` is raised when its text changes; `library` does the reading.

    `library` is null where Python's own library does it.
    """

    name: str
    revision: int
    library: str | None
    read: Callable[[bytes], ReadText]


READERS: dict[str, Reader] = {
    media.TEXT: Reader(name="plain", revision=1, library="charset-normalizer", read=plain.read),
    media.MARKDOWN: Reader(
        name="markdown", revision=1, library="markdown-it-py", read=markdown.read
    ),
    media.HTML: Reader(name="html", revision=1, library="trafilatura", read=html.read),
    media.PDF: Reader(name="pdf", revision=2, library="pypdfium2", read=pdf.read),
    media.WORD: Reader(name="word", revision=1, library="python-docx", read=word.read),
    media.MAIL: Reader(name="mail", revision=1, library=None, read=mail.read),
}


def read(
    data: bytes, name: str, *, recognise: Recognise | None = None
) -> tuple[str, ReadText, tuple[str, ...]]:
    """Return media type, text and notes of a file with this name; raise Unreadable.

    `recognise` reads pages that are pictures; without it they are named and left.
    """
    kind, notes = media.media_type(data, name)
    if kind == media.ZIP:
        raise Unreadable("a ZIP container has no text of its own", remedy="Read its members")
    try:
        if kind == media.PDF:
            text = pdf.read(data, recognise=recognise)
        else:
            text = READERS[kind].read(data)
    except FAULTS as fault:
        raise _damaged(kind, fault) from fault
    if not text.text.strip():
        raise Unreadable("it holds no words", remedy="Look whether it is the right file")
    return kind, text, (*notes, *text.notes)


def _damaged(kind: str, fault: BaseException) -> Unreadable:
    return Unreadable(
        f"it is {media.NAMES[kind]} that is damaged or was made in an unusual way, and cannot be "
        f"read ({type(fault).__name__})",
        remedy="Open it in the program it is for, save it anew, and ingest that file",
    )


def reader_name(kind: str, method: str | None = None) -> str:
    """Return what `source.toml` says of the reader: its name, revision, library and version.

    `method` names what recognised words in pictures, null where nothing did.
    """
    reader = READERS[kind]
    library = reader.library or "python"
    known = version(library) if reader.library else python_version()
    name = f"{reader.name} {reader.revision} ({library} {known})"
    return f"{name}, {method}" if method else name
