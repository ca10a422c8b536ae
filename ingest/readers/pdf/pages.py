"""One page of a PDF: its lines with their places, or the picture that it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from ingest.readers.pdf.lines import Line
from ingest.readers.readtext import Recognise

_NOT_WORDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_HYPHEN = "\x02"  # pdfium's sign for a hyphen at a line's end, which it sets without a line end
_GAP = 0.9  # times the size of the letters: blanks as wide as that may lie between two columns
_FEW = 100  # letters: a stamp or a page number upon a scanned page, and no more
_DOTS = 300  # an inch, as Tesseract's documentation advises
_PIXELS_LIMIT = 30_000_000

Row = list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's rows, each of the pieces that wide gaps leave, in pdfium's order.

    `picture`: it is a scan, with a few letters at most; `read` are then the paragraphs that were
    recognised. `height` in points.
    """

    rows: list[Row]
    height: float
    picture: bool = False
    read: tuple[Row, ...] = ()


def page(source: pdfium.PdfPage, recognise: Recognise | None) -> Page:
    """Return what a page holds, and close it."""
    text = source.get_textpage()
    try:
        few = text.count_chars() < _FEW
        picture = few and _is_picture(source)
        return Page(
            rows=list(_rows(text)),
            height=source.get_height(),
            picture=picture,
            read=_recognised(source, recognise) if picture and recognise else (),
        )
    finally:
        text.close()
        source.close()


def _is_picture(source: pdfium.PdfPage) -> bool:
    """Return whether pictures cover half of the page."""
    width, height = source.get_size()
    covered = 0.0
    for picture in source.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += (right - left) * (top - bottom)
    return bool(covered > 0.5 * width * height)


def _recognised(source: pdfium.PdfPage, recognise: Recognise) -> tuple[Row, ...]:
    blocks = re.split(r"\n\s*\n", recognise(_painted(source)).replace("\f", "\n"))
    rows = ([line.strip() for line in block.split("\n") if line.strip()] for block in blocks)
    return tuple([_plain(words) for words in lines] for lines in rows if lines)


def _plain(words: str) -> Line:
    hyphenated = bool(re.search(r"\w-$", words))
    return Line(
        words=words.removesuffix("-") if hyphenated else words,
        hyphenated=hyphenated,
        left=0,
        right=0,
        bottom=0,
        size=0,
    )


def _painted(source: pdfium.PdfPage) -> bytes:
    """Return the page as a grey picture in PNM format (P5), without any library of pictures."""
    width, height = source.get_size()
    scale = min(_DOTS / 72, (_PIXELS_LIMIT / max(1.0, width * height)) ** 0.5)
    bitmap = source.render(scale=scale, grayscale=True)
    try:
        data = bytes(bitmap.buffer)
        rows = (
            data[row * bitmap.stride : row * bitmap.stride + bitmap.width]
            for row in range(bitmap.height)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    finally:
        bitmap.close()


def _rows(text: pdfium.PdfTextPage) -> Iterator[Row]:
    """Yield the page's rows in pdfium's order, with their boxes in points from bottom left."""
    begun: list[tuple[int, str]] = []
    for index in range(text.count_chars()):
        letter = chr(pdfium_c.FPDFText_GetUnicode(text, index))
        if letter not in "\r\n":
            begun.append((index, letter))
        if letter in f"\n{_HYPHEN}":
            yield from _row(text, begun)
            begun = []
    yield from _row(text, begun)


def _row(text: pdfium.PdfTextPage, letters: list[tuple[int, str]]) -> Iterator[Row]:
    if row := _pieces(text, letters):
        yield row


def _pieces(text: pdfium.PdfTextPage, letters: list[tuple[int, str]]) -> Row:
    """Return the row in pieces, parted at blanks as wide as a gap between columns."""
    pieces, begin = list[Line](), 0
    for at in range(1, len(letters) - 1):
        if letters[at][1] == " " and _is_wide(text, letters[at - 1][0], letters[at + 1][0]):
            pieces += _piece(text, letters[begin:at])
            begin = at + 1
    return pieces + _piece(text, letters[begin:])


def _is_wide(text: pdfium.PdfTextPage, before: int, after: int) -> bool:
    gap: float = _box(text, after)[0] - _box(text, before)[2]
    return gap > _GAP * float(pdfium_c.FPDFText_GetFontSize(text, before))


def _piece(text: pdfium.PdfTextPage, letters: list[tuple[int, str]]) -> list[Line]:
    hyphenated = bool(letters) and letters[-1][1] == _HYPHEN
    # Letters beyond the first plane come as two halves, to be put together again.
    units = "".join(letter for _, letter in letters).encode("utf-16-le", "surrogatepass")
    words = _NOT_WORDS.sub("", units.decode("utf-16-le", "ignore")).strip()
    seen = [index for index, letter in letters if not letter.isspace() and letter != _HYPHEN]
    if not words or not seen:
        return []
    left, bottom, _, _ = _box(text, seen[0])
    _, _, right, _ = _box(text, seen[-1])
    size = pdfium_c.FPDFText_GetFontSize(text, seen[0])
    line = Line(
        words=words, hyphenated=hyphenated, left=left, right=right, bottom=bottom, size=size
    )
    return [line]


def _box(text: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    # The loose box has the font's own height, so that letters of one line share a bottom.
    box: tuple[float, float, float, float] = text.get_charbox(index, loose=True)
    return box
