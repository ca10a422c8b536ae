"""PDFs for tests, printed with fpdf2: invented words, in the states that files come in."""

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
