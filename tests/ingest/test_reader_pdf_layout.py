"""Pages as printers lay them out: columns, running headers and footers, page numbers."""

import pytest
from fpdf import FPDF

from ingest.readers import Unreadable, pdf

LEFT = [
    "The left column tells of the harbour", "and of the people who live beside it",
    "and it goes on for quite a good while", "so that it fills the lines it has got,",
    "then it ends at the foot of the page,", "where the other column takes over and",
]  # fmt: skip
RIGHT = [
    "goes on at the top of the right side.", "It tells of the mill and of the lane,",
    "which are not the same as the harbour", "and which have their own people too,",
    "who never come down to the water now", "because the old road has been closed.",
]  # fmt: skip


def columns() -> bytes:
    printed = FPDF()
    printed.add_page()
    printed.set_font("Times", size=16)
    printed.cell(190, 10, "Harbour and mill, a report on two places of one town in two columns")
    printed.set_font("Times", size=11)
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        printed.set_xy(10, 30 + 6 * number)
        printed.cell(90, 6, left)
        printed.set_xy(110, 30 + 6 * number)
        printed.cell(90, 6, right)
    return bytes(printed.output())


def test_columns_are_read_one_after_the_other() -> None:
    title, *body = pdf.read(columns()).text.split("\n\n")
    assert title == "Harbour and mill, a report on two places of one town in two columns"
    assert " ".join(body) == " ".join([*LEFT, *RIGHT])


def table(*rows: tuple[str, ...]) -> bytes:
    printed = FPDF()
    printed.add_page()
    printed.set_font("Times", size=12)
    printed.multi_cell(0, 6, "The councils answered as this table says, and", new_y="NEXT")
    for row in rows:
        printed.set_x(10)
        for cell in row:
            printed.cell(60, 6, cell)
        printed.ln()
    return bytes(printed.output())


def test_a_row_of_a_table_is_a_line_and_no_column() -> None:
    rows = [("Council", "Answer", "Day"), *((f"Quay {n}", "accepted", f"{n} May") for n in (1, 2))]
    assert pdf.read(table(*rows)).text.split("\n\n") == [
        "The councils answered as this table says, and",
        "Council | Answer | Day",
        "Quay 1 | accepted | 1 May",
        "Quay 2 | accepted | 2 May",
    ]


def test_labels_are_read_with_their_values() -> None:
    found = pdf.read(table(("From:", "Mina Arkwright"), ("To:", "Owen Quill"), ("Date:", "4 May")))
    assert found.text.split("\n\n")[1:] == ["From: Mina Arkwright", "To: Owen Quill", "Date: 4 May"]


class Report(FPDF):
    def header(self) -> None:
        self.set_font("Times", size=9)
        self.set_y(8)
        self.cell(0, 5, "Inspection of Harbour Council", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.cell(0, 5, f"Page {self.page_no()} of 4")


def report(pages: int) -> bytes:
    printed = Report()
    printed.set_auto_page_break(auto=True, margin=25)
    for number in range(pages):
        printed.add_page()
        printed.set_font("Times", size=12)
        printed.set_y(60)
        printed.multi_cell(0, 6, f"Visit {number} found that the council had mended its road and")
    return bytes(printed.output())


def test_running_lines_are_left_out_and_told() -> None:
    found = pdf.read(report(4))
    assert found.text == "\n\n".join(
        f"Visit {number} found that the council had mended its road and" for number in range(4)
    )
    assert found.left_out == ("Inspection of Harbour Council (4 pages)", "Page 1 of 4 (4 pages)")
    assert [found.text[at : at + 7] for at in found.pages] == [
        "Visit 0", "Visit 1", "Visit 2", "Visit 3",
    ]  # fmt: skip


def test_on_two_pages_only_their_numbers_are_sure_to_be_running() -> None:
    found = pdf.read(report(2))
    assert found.text.startswith("Inspection of Harbour Council\n\nVisit 0")
    assert found.left_out == ("Page 1 of 4 (2 pages)",)


def test_a_document_of_too_many_pages_is_named() -> None:
    pdf.refuse_pages(5_000)
    with pytest.raises(Unreadable, match="it has 10000 pages, and the limit is 5000"):
        pdf.refuse_pages(10_000)
