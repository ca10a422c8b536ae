"""The sample's PDF says what its source text says, so that neither drifts from the other."""

import tomllib

import pypdfium2

from tests.sample.make_pdf import FOLDER, SOURCE, print_report


def test_the_printed_report_holds_the_words_of_its_source() -> None:
    with pypdfium2.PdfDocument(FOLDER / "inspection-2022.pdf") as pdf:
        printed = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert printed.split() == SOURCE.read_text("utf-8").split()


def test_printing_the_report_again_gives_the_same_bytes() -> None:
    text = SOURCE.read_text("utf-8")
    assert print_report(text) == print_report(text)


def test_the_sample_names_exactly_the_documents_it_holds() -> None:
    named = tomllib.loads((FOLDER.parent / "sample.toml").read_text("utf-8"))["document"]
    held = {f"documents/{path.name}" for path in FOLDER.iterdir()}
    assert {document["file"] for document in named} == held
