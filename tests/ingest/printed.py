"""Files for tests, in the states that files come in: PDFs printed with fpdf2, ZIP containers."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from fpdf import FPDF


def pdf(*pages: str, title: str = "", locked: bool = False) -> bytes:
    """Return a PDF with one page for each text (an empty one stays blank)."""
    printed = FPDF()
    printed.set_title(title)
    for page in pages:
        printed.add_page()
        printed.set_font("Times", size=12)
        for paragraph in page.split("\n\n") if page else ():
            printed.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
            printed.ln(4)
    if locked:
        printed.set_encryption("owner", "reader")
    return bytes(printed.output())


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP container with these members."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as container:
        for name, member in members.items():
            container.writestr(name, member)
    return data.getvalue()
