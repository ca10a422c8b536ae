import pytest

from ingest.readers import Unreadable, pdf
from ingest.readers.pdf.lines import Line, joined, over_pages, paragraphs
from ingest.readers.readtext import ReadText
from tests.ingest.printed import pdf as printed

LONG = (
    "The council was inspected in May, and the inspectors found that a service which had been "
    "well run for years had become a long-term problem. Nobody had written down why."
)


def test_lines_become_paragraphs_again_and_pages_keep_their_beginning() -> None:
    first, second = f"Inspection of Harbour Council\n\n{LONG}", "The second page begins here."
    read = pdf.read(printed(first, second, title="Inspection of Harbour Council"))
    assert read == ReadText(
        text=f"{first}\n\n{second}",
        title="Inspection of Harbour Council",
        pages=(0, len(first) + 2),
    )
    assert read.text[read.pages[1] :] == second


def test_a_page_without_text_is_named_and_the_others_are_read() -> None:
    assert pdf.read(printed("One page.", "", "A third.")) == ReadText(
        text="One page.\n\nA third.",
        pages=(0, 11, 11),
        notes=("no text was found on these of its pages: 2",),
    )


def test_what_a_word_processor_puts_in_place_of_a_title_is_none() -> None:
    assert pdf.read(printed("Words.", title="Microsoft Word - draft3.docx")).title is None


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (printed("secret", locked=True), "it is encrypted and opens only with a password"),
        (printed("", ""), "it has no text layer: its pages are pictures (2 in all)"),
        (printed("cut off")[:600], "this PDF is damaged and cannot be read"),
        (b"%PDF-1.4\nnothing more", "this PDF is damaged and cannot be read"),
    ],
)
def test_a_bad_pdf_is_named_with_its_cause(data: bytes, happened: str) -> None:
    with pytest.raises(Unreadable) as caught:
        pdf.read(data)
    assert caught.value.happened == happened
    assert caught.value.remedy


def line(words: str, *, bottom: float, right: float = 500, hyphenated: bool = False) -> Line:
    return Line(words=words, hyphenated=hyphenated, left=50, right=right, bottom=bottom, size=12)


def laid(*pages: list[Line]) -> list[str]:
    lines = [[one.on(number) for one in page] for number, page in enumerate(pages)]
    return joined(over_pages([paragraphs(page) for page in lines]))[0].split("\n\n")


def test_a_hyphen_at_a_line_end_goes_only_where_the_page_knows_the_word() -> None:
    known = [
        line("The inspection was long. The inspec", bottom=700, hyphenated=True),
        line("tion was a well", bottom=686, hyphenated=True),
        line("run one.", bottom=672),
    ]
    assert laid(known) == ["The inspection was long. The inspection was a well-run one."]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    lines = [
        line("The first paragraph begins here and goes on to", bottom=700),
        line("end early.", bottom=686, right=120),
        line("The second begins without a gap and is long enough", bottom=672),
        line("to reach the margin.", bottom=658, right=200),
    ]
    assert laid(lines) == [
        "The first paragraph begins here and goes on to end early.",
        "The second begins without a gap and is long enough to reach the margin.",
    ]


def test_a_hyphen_goes_too_before_an_ending_that_is_no_word() -> None:
    assert laid(
        [
            line("It asked for a recommenda", bottom=700, hyphenated=True),
            line("tion on well", bottom=686, hyphenated=True),
            line("being.", bottom=672),
        ]
    ) == ["It asked for a recommendation on well-being."]


def test_a_sentence_that_runs_on_over_a_page_is_one_paragraph() -> None:
    pages = [
        [line("The first page ends before its sentence is", bottom=90)],
        [line("over. It ends here.", bottom=700)],
        [line("A new one begins.", bottom=700)],
    ]
    assert laid(*pages) == [
        "The first page ends before its sentence is over. It ends here.",
        "A new one begins.",
    ]
