"""PDF: the text of each page as pdfium finds it, its lines joined again into paragraphs."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from ingest.readers.pdflines import Line, paragraphs
from ingest.readers.readtext import ReadText, Recognise, Unreadable

PAGES_LIMIT = 5000
# What word processors put in place of a title.
_NO_TITLE = re.compile(r"^(?:Microsoft \w+ - |untitled)|\.\w{2,5}$", re.I)
_NOT_WORDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_HYPHEN = "\x02"  # pdfium's sign for a hyphen at a line's end, which it sets without a line end


def read(data: bytes, *, recognise: Recognise | None = None) -> ReadText:
    """Return the text with the offset at which each page begins; raise Unreadable."""
    document = _opened(data)
    try:
        pages = [paragraphs(list(_lines(page))) for page in _pages(document)]
        title = document.get_metadata_value("Title").strip()
    except pdfium.PdfiumError as fault:
        raise _damaged() from fault
    finally:
        document.close()
    if not any(pages):
        raise Unreadable(
            f"it has no text layer: its pages are pictures ({len(pages)} in all)",
            remedy="Run it through text recognition (OCR) and ingest the result",
        )
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    notes = (_without_text(empty),) if empty else ()
    text, starts = _joined(pages)
    named = None if not title or _NO_TITLE.search(title) else title
    return ReadText(text=text, title=named, pages=starts, notes=notes)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if fault.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise Unreadable(
                "it is encrypted and opens only with a password",
                remedy="Open it with its password, save it without one, and ingest that file",
            ) from fault
        raise _damaged() from fault
    if len(document) > PAGES_LIMIT:
        count = len(document)
        document.close()
        raise Unreadable(
            f"it has {count} pages, and the limit is {PAGES_LIMIT}",
            remedy="Split it into smaller files",
        )
    return document


def _without_text(pages: list[str]) -> str:
    shown = ", ".join(pages[:20])
    more = f" and {len(pages) - 20} more" if len(pages) > 20 else ""
    return f"no text was found on these of its pages: {shown}{more}"


def _damaged() -> Unreadable:
    return Unreadable(
        "this PDF is damaged and cannot be read",
        remedy="Take the file from its source again; if a viewer opens it, print it to a new PDF",
    )


def _pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfTextPage]:
    for page in document:
        text = page.get_textpage()
        yield text
        text.close()
        page.close()


def _lines(page: pdfium.PdfTextPage) -> Iterator[Line]:
    """Yield the page's lines in pdfium's order, with their boxes in points from bottom left."""
    begun: list[tuple[int, str]] = []
    for index in range(page.count_chars()):
        letter = chr(pdfium_c.FPDFText_GetUnicode(page, index))
        if letter not in "\r\n":
            begun.append((index, letter))
        if letter in f"\n{_HYPHEN}":
            yield from _line(page, begun)
            begun = []
    yield from _line(page, begun)


def _line(page: pdfium.PdfTextPage, letters: list[tuple[int, str]]) -> Iterator[Line]:
    hyphenated = bool(letters) and letters[-1][1] == _HYPHEN
    # Letters beyond the first plane come as two halves, to be put together again.
    units = "".join(letter for _, letter in letters).encode("utf-16-le", "surrogatepass")
    words = _NOT_WORDS.sub("", units.decode("utf-16-le", "ignore")).strip()
    seen = [index for index, letter in letters if not letter.isspace() and letter != _HYPHEN]
    if not words or not seen:
        return
    left, bottom, _, _ = _box(page, seen[0])
    _, _, right, _ = _box(page, seen[-1])
    size = pdfium_c.FPDFText_GetFontSize(page, seen[0])
    yield Line(words=words, hyphenated=hyphenated, left=left, right=right, bottom=bottom, size=size)


def _box(page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    # The loose box has the font's own height, so that letters of one line share a bottom.
    box: tuple[float, float, float, float] = page.get_charbox(index, loose=True)
    return box


def _joined(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """Return the text of all pages and the offset of each; an empty page begins with the next."""
    text, starts = "", list[int]()
    for page in pages:
        if text and page:
            text += "\n\n"
        starts.append(len(text))
        text += "\n\n".join(page)
    return text, tuple(starts)
