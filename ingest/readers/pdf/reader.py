"""PDF: what each page holds as pdfium finds it, laid out again as paragraphs over all pages."""

import re

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from ingest.readers.pdf.columns import in_order
from ingest.readers.pdf.lines import Line, joined, over_pages, paragraphs
from ingest.readers.pdf.margins import without_margins
from ingest.readers.pdf.pages import Page, page
from ingest.readers.readtext import ReadText, Recognise, Unreadable

PAGES_LIMIT = 5000
# What word processors put in place of a title.
_NO_TITLE = re.compile(r"^(?:Microsoft \w+ - |untitled)|\.\w{2,5}$", re.I)


def read(data: bytes, *, recognise: Recognise | None = None) -> ReadText:
    """Return the text with the offset at which each page begins; raise Unreadable.

    Running headers, footers and page numbers are left out of it. Pages that are pictures are read
    by `recognise`, and named where there is none.
    """
    document = _opened(data)
    try:
        pages = [page(one, recognise) for one in document]
        title = document.get_metadata_value("Title").strip()
    except pdfium.PdfiumError as fault:
        raise _damaged() from fault
    finally:
        document.close()
    pictures = [at for at, one in enumerate(pages, 1) if one.picture and not one.read]
    if len(pictures) == len(pages) or not any(one.rows or one.read for one in pages):
        raise _no_text(len(pages), recognised=recognise is not None)
    kept, left_out = without_margins(pages)
    text, starts = joined(over_pages([_lines(one, at) for at, one in enumerate(kept)]))
    without = [at for at, one in enumerate(pages, 1) if not one.rows and not one.read]
    method = recognise.name if recognise and any(one.read for one in pages) else None
    named = None if not title or _NO_TITLE.search(title) else title
    return ReadText(
        text=text,
        title=named,
        pages=_all_starts(starts, len(pages), len(text)),
        left_out=left_out,
        method=method,
        notes=_notes(sorted({*without, *pictures}), method),
    )


def refuse_pages(count: int) -> None:
    """Raise Unreadable where a document of so many pages is not read."""
    if count > PAGES_LIMIT:
        raise Unreadable(
            f"it has {count} pages, and the limit is {PAGES_LIMIT}",
            remedy="Split it into smaller files",
        )


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
    try:
        refuse_pages(len(document))
    except Unreadable:
        document.close()
        raise
    return document


def _lines(source: Page, number: int) -> list[list[Line]]:
    """Return the paragraphs of a page as lines that know the page's number, from 0."""
    if source.read:
        return [[line.on(number) for line in lines] for lines in source.read]
    return paragraphs([line.on(number) for line in in_order(source.rows)])


def _all_starts(starts: dict[int, int], count: int, end: int) -> tuple[int, ...]:
    """Return where each page begins; one without text begins with the next that has some."""
    offsets, following = list[int](), end
    for number in reversed(range(count)):
        following = starts.get(number, following)
        offsets.append(following)
    return tuple(reversed(offsets))


def _no_text(count: int, *, recognised: bool) -> Unreadable:
    if recognised:
        return Unreadable(
            f"no text was recognised on its pages ({count} in all)",
            remedy="Look whether they can be read at all: scan them anew, upright and sharp",
        )
    return Unreadable(
        f"it has no text layer: its pages are pictures ({count} in all)",
        remedy="Ingest it with --ocr, which needs Tesseract, or recognise its text (OCR) "
        "with another program and ingest the result",
    )


def _notes(missing: list[int], method: str | None) -> tuple[str, ...]:
    notes = [_without_text(missing)] if missing else []
    if method:
        notes.append(f"words in its pictures were recognised by {method}: compare them with it")
    return tuple(notes)


def _without_text(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:20]))
    more = f" and {len(pages) - 20} more" if len(pages) > 20 else ""
    return f"no text was found on these of its pages: {shown}{more}"


def _damaged() -> Unreadable:
    return Unreadable(
        "this PDF is damaged and cannot be read",
        remedy="Take the file from its source again; if a viewer opens it, print it to a new PDF",
    )
