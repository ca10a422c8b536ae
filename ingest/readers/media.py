"""What kind of file it is: from its first bytes, which do not lie, then from its extension."""

import re
from pathlib import PurePath

from ingest.readers import zipped
from ingest.readers.readtext import Unreadable

PDF, HTML, MARKDOWN, TEXT = "application/pdf", "text/html", "text/markdown", "text/plain"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, ZIP = "message/rfc822", "application/zip"
NAMES = {
    PDF: "a PDF", HTML: "a web page (HTML)", MARKDOWN: "Markdown", TEXT: "plain text",
    WORD: "a Word document (DOCX)", MAIL: "an e-mail (EML)", ZIP: "a ZIP container",
}  # fmt: skip
SUPPORTED = (
    "On Record reads PDF, Word (DOCX), HTML, e-mail (EML), Markdown, plain text, and ZIP "
    "containers of these: save it as one of them"
)
_EXTENSIONS = {
    "": TEXT, "txt": TEXT, "text": TEXT, "md": MARKDOWN, "markdown": MARKDOWN, "html": HTML,
    "htm": HTML, "xhtml": HTML, "pdf": PDF, "docx": WORD, "docm": WORD, "eml": MAIL, "zip": ZIP,
}  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
# Beginnings of kinds that are known and not read. PKWARE, ISO 32000 and the formats' own documents.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x05\x06", "an empty ZIP container"),
    (b"\xd0\xcf\x11\xe0", "an old Office document or an Outlook message"),
    (rb"{\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"WARC/1.", "a web archive (WARC)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"ID3\x03", "a sound (MP3)"),
    (b"ID3\x04", "a sound (MP3)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
# What a ZIP container is when it holds such a member; null is read.
_IN_ZIP: tuple[tuple[str, str | None], ...] = (
    ("word/document.xml", None),
    ("xl/workbook.xml", "a spreadsheet (Excel)"),
    ("xl/workbook.bin", "a spreadsheet (Excel)"),
    ("ppt/presentation.xml", "a presentation (PowerPoint)"),
    ("META-INF/container.xml", "an electronic book (EPUB)"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
)
_HEAD = 1024  # ISO 32000-1, annex H.3.4.1: readers look for the PDF header within these bytes


def media_type(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the media type and notes where the name says another kind; raise Unreadable."""
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if not data or data.isspace():
        raise Unreadable(
            "it is empty", remedy="Look whether it was saved or downloaded completely, then again"
        )
    named = _EXTENSIONS.get(extension)
    found = _by_bytes(data, named)
    if found is None and named is None:
        raise Unreadable(f"files of the kind .{extension} are not read", remedy=SUPPORTED)
    if found is None and named in (PDF, WORD, ZIP):
        _refuse_binary(data, extension)
        found = TEXT
    kind = found or named or TEXT
    if not extension or kind == named:
        return kind, ()
    return kind, (f"it is {NAMES[kind]} named .{extension}, and was read as {NAMES[kind]}",)


def extension(kind: str) -> str:
    """Return the extension of a kind with its dot, the kind's own name where it is not read."""
    endings = (ending for ending, known in _EXTENSIONS.items() if known == kind and ending)
    return f".{next(endings, kind.rpartition('/')[2])}"


def is_read(name: str) -> bool:
    """Return whether files with this name's extension are read; none tells nothing."""
    return PurePath(name).suffix.lower().removeprefix(".") in _EXTENSIONS.keys() - {""}


def _by_bytes(data: bytes, named: str | None) -> str | None:
    head = data[:_HEAD]
    for beginning, what in _OTHERS:
        if head.startswith(beginning):
            raise Unreadable(f"it is {what}, which is not read", remedy=SUPPORTED)
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    # Some PDFs begin with other bytes; a text may speak of the sign, so there it must come first.
    if head.startswith(b"%PDF-") or (b"%PDF-" in head and named == PDF):
        return PDF
    return HTML if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else None


def _in_zip(data: bytes) -> str:
    with zipped.listed(data) as container:
        members = set(container.namelist())
    for member, what in _IN_ZIP:
        if member in members:
            if what is None:
                return WORD
            raise Unreadable(f"it is {what}, which is not read", remedy=SUPPORTED)
    return ZIP


def _refuse_binary(data: bytes, extension: str) -> None:
    if b"\x00" in data:
        raise Unreadable(
            f"it is named .{extension}, and is neither that nor text",
            remedy="Take the file from its source again",
        )
