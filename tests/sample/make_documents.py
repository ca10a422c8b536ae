"""Makes the sample's PDF and Word files: `python tests/sample/make_documents.py`."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from docx import Document
from fpdf import FPDF

FOLDER = Path(__file__).parents[2] / "ingest" / "sample" / "documents"
TEXTS = Path(__file__).parent
AUTHOR = {"announcement": "Ministry for Public Safety"}
_INSPECTORS = "Coastal Inspectorate of Policing"
_DAY = datetime(2025, 11, 4, 9, tzinfo=UTC)


def print_pdf(text: str, author: str) -> bytes:
    """Return the text as PDF bytes: the same text gives the same bytes."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(_DAY)
    pdf.set_title(text.partition("\n")[0])
    pdf.set_author(author)
    pdf.set_margins(26, 24)
    pdf.set_auto_page_break(auto=True, margin=28)
    pdf.add_page()
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        pdf.set_font("Times", style="B" if _heads(paragraph) else "", size=12 if number else 18)
        pdf.multi_cell(0, 6.2 if number else 9, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    return bytes(pdf.output())


def write_docx(text: str, author: str) -> bytes:
    """Return the text as Word bytes: the same text gives the same bytes."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title = author, text.partition("\n")[0]
    properties.created = properties.modified = _DAY
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        if _heads(paragraph):
            document.add_heading(paragraph, level=2 if number else 0)
        else:
            document.add_paragraph(paragraph)
    packed = BytesIO()
    document.save(packed)
    return _undated(packed)


def _heads(paragraph: str) -> bool:
    return len(paragraph) < 70 and not paragraph.endswith(".")


def _undated(packed: BytesIO) -> bytes:
    """Return the ZIP file with one date for all members: the clock leaves no trace."""
    plain = BytesIO()
    with ZipFile(packed) as old, ZipFile(plain, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, (2025, 11, 4, 9, 0, 0)), old.read(name))
    return plain.getvalue()


MADE: dict[str, Callable[[str, str], bytes]] = {
    "inspection-2016.docx": write_docx,
    "inspection-2018.pdf": print_pdf,
    "inspection-2022.pdf": print_pdf,
    "announcement-2025-10-21.docx": write_docx,
}


def source_of(name: str) -> str:
    """Return the text that a made document is made from."""
    return (TEXTS / name).with_suffix(".txt").read_text("utf-8")


def make(name: str) -> bytes:
    """Return the bytes of a made document."""
    return MADE[name](source_of(name), AUTHOR.get(name.partition("-")[0], _INSPECTORS))


if __name__ == "__main__":
    for made in MADE:
        (FOLDER / made).write_bytes(make(made))
