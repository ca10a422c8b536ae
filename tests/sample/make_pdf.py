"""Prints the sample's inspection report: `python tests/sample/make_pdf.py` (needs fpdf2)."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

FOLDER = Path(__file__).parents[2] / "ingest" / "sample" / "documents"
SOURCE = Path(__file__).with_name("inspection-2022.txt")


def print_report(text: str) -> bytes:
    """Return the report as PDF bytes: the same text gives the same bytes."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2022, 8, 18, 9, tzinfo=UTC))
    pdf.set_title(text.partition("\n")[0])
    pdf.set_author("Coastal Inspectorate of Policing")
    pdf.set_margins(26, 24)
    pdf.set_auto_page_break(auto=True, margin=28)
    pdf.add_page()
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        heading = len(paragraph) < 70 and not paragraph.endswith(".")
        pdf.set_font("Times", style="B" if heading else "", size=18 if number == 0 else 12)
        pdf.multi_cell(0, 9 if number == 0 else 6.2, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    return bytes(pdf.output())


if __name__ == "__main__":
    (FOLDER / "inspection-2022.pdf").write_bytes(print_report(SOURCE.read_text("utf-8")))
