"""Pages that are pictures: named, or read by what recognises words in them."""

import shutil
from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF

from graph.errors import UsageError
from ingest.readers import Unreadable, read, reader_name
from ingest.readers.tesseract import tesseract
from tests.ingest.printed import pdf as printed


def scan(*pages: str, stamp: str = "", letters: str = "") -> bytes:
    """Return a PDF of pictures of these pages, and a last page of letters."""
    document = pdfium.PdfDocument(printed(*pages))
    made = FPDF()
    made.set_font("Times", size=12)
    for page in document:
        picture = BytesIO()
        page.render(scale=3).to_pil().save(picture, "PNG")
        made.add_page()
        made.image(picture, 0, 0, made.w, made.h)
        made.cell(0, 5, stamp)
        page.close()
    document.close()
    if letters:
        made.add_page()
        made.multi_cell(0, 6, letters)
    return bytes(made.output())


@dataclass(frozen=True, slots=True)
class Clerk:
    """Reads every picture in the same words, and keeps the pictures."""

    words: str
    name: str = "clerk 1"
    seen: list[bytes] = field(default_factory=list)

    def __call__(self, picture: bytes) -> str:
        self.seen.append(picture)
        return self.words


def test_a_scan_is_named_with_what_to_do_even_where_it_is_stamped() -> None:
    for stamp in ("", "Received 4 March 2026"):
        with pytest.raises(Unreadable) as caught:
            read(scan("Harbour Street", "Mill Lane", stamp=stamp), "a.pdf")
        assert caught.value.sentence() == (
            "it has no text layer: its pages are pictures (2 in all). Ingest it with --ocr, which "
            "needs Tesseract, or recognise its text (OCR) with another program and ingest the "
            "result."
        )


def test_pages_that_are_pictures_are_named_among_others() -> None:
    letters = "The last page is of letters, and says more than any stamp does. " * 3
    _, text, notes = read(scan("Harbour Street", letters=letters), "a.pdf")
    assert (text.text, notes) == (
        letters.strip(), ("no text was found on these of its pages: 1",),
    )  # fmt: skip


def test_what_is_recognised_becomes_paragraphs_and_its_method_is_kept() -> None:
    clerk = Clerk("Harbour Street was inspec-\ntion day, and\n\nthe end\n\f")
    kind, text, notes = read(scan("x"), "a.pdf", recognise=clerk)
    assert (text.text, text.pages, text.method) == (
        "Harbour Street was inspection day, and\n\nthe end", (0,), "clerk 1",
    )  # fmt: skip
    assert notes == ("words in its pictures were recognised by clerk 1: compare them with it",)
    assert reader_name(kind, text.method).endswith("), clerk 1")
    (picture,) = clerk.seen
    head, width, height, depth, *_ = picture.split(maxsplit=4)
    assert (head, depth) == (b"P5", b"255")
    assert len(picture) == len(b" ".join((head, width, height, depth)) + b"\n") + int(width) * int(
        height
    )


def test_a_scan_in_which_nothing_is_recognised_is_named() -> None:
    with pytest.raises(Unreadable, match=r"no text was recognised on its pages \(1 in all\)"):
        read(scan("x"), "a.pdf", recognise=Clerk("\n"))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_reads_a_scan() -> None:
    words = "The council accepted every recommendation of the harbour report in March."
    _, text, _ = read(scan(words), "a.pdf", recognise=tesseract())
    assert text.text == words
    assert (text.method or "").startswith("tesseract ")


def test_where_tesseract_is_missing_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="--ocr needs the command tesseract"):
        tesseract()
