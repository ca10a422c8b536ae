"""Dates, counts and marks as people read them; cells and CSV of answers."""

import pytest

from web.answers import Answer, as_csv
from web.cells import Cell, cells, silent
from web.format import clip, counted, first_capital, long_date, media, number, pieces, short_date
from web.look import Look

LOOK = Look.read()


@pytest.mark.parametrize(
    ("value", "short", "long"),
    [
        ("2025-10-09", "9 Oct 2025", "9 October 2025"),
        ("2025-10", "Oct 2025", "October 2025"),
        ("2025", "2025", "2025"),
        (None, "no date", "no date"),
    ],
)
def test_a_date_is_as_precise_as_known(value: str | None, short: str, long: str) -> None:
    assert (short_date(value), long_date(value)) == (short, long)


def test_counts_have_their_noun() -> None:
    assert counted(1, "statement") == "1 statement"
    assert counted(1578, "statement") == "1,578 statements"
    assert counted(0, "person") == "0 people"
    assert number(2578) == "2,578"


def test_small_words() -> None:
    assert media("application/pdf") == "PDF"
    assert media("message/rfc822") == "E-mail"
    assert media("image/x-odd") == "image/x-odd"
    assert first_capital("to see iPads") == "To see iPads"
    assert (clip("abcdef", 3), clip("abc", 3)) == ("abc…", "abc")


def test_marks_cut_a_text_into_pieces() -> None:
    assert pieces("Ada Quill said", ((4, 9),)) == [
        ("Ada ", False),
        ("Quill", True),
        (" said", False),
    ]
    assert pieces("Quill", ((0, 5),)) == [("Quill", True)]


def test_a_row_is_told_in_words_and_addresses() -> None:
    columns = ("id", "types", "link", "direction", "quote", "said_on", "passages", "review", "n")
    row = ("person-x", ["denial"], "RESPONDED_TO", "to", "no", "2025-03-04",
           ["doc-1#char=3,9"], "proposed", 1200)  # fmt: skip
    assert cells(columns, row, LOOK) == [
        Cell(text="person-x", links=(("person-x", "/entity/person-x"),)),
        Cell(text="Denial?"),
        Cell(text="was answered by"),
        Cell(text="to"),
        Cell(text="no", quote=True),
        Cell(text="4 Mar 2025"),
        Cell(text="doc-1#char=3,9", links=(("Read it", "/document/doc-1?words=3-9#words"),)),
        Cell(text="Proposed", standing="proposed"),
        Cell(text="1,200", figure=True),
    ]


def test_two_statements_of_one_row_are_told_each_with_its_own_standing() -> None:
    columns = ("first_quote", "first_types", "first_review", "denial", "types", "review")
    row = ("no", ["denial"], "accepted", "yes", ["admission"], "proposed")
    assert cells(columns, row, LOOK) == [
        Cell(text="no", quote=True),
        Cell(text="Denial"),
        Cell(text="Accepted", standing="accepted"),
        Cell(text="yes", quote=True),
        Cell(text="Admission?"),
        Cell(text="Proposed", standing="proposed"),
    ]


def test_what_is_no_code_is_shown_as_it_is() -> None:
    row = (None, True, {"a": [1]}, [], ["a", "b"], "case-by-case", "unheard")
    columns = ("x", "y", "z", "types", "w", "case", "review")
    assert [cell.text for cell in cells(columns, row, LOOK)] == [
        "", "yes", '{"a": [1]}', "", "a · b", "case-by-case", "unheard",
    ]  # fmt: skip


def test_columns_without_any_value_are_named() -> None:
    columns = ("a", "b", "c", "d")
    assert silent(columns, [(None, 0, [], ""), ("", 1, ["x"], None)]) == ["a", "d"]
    assert silent(columns, []) == []


def test_csv_holds_the_rows_and_runs_nothing_in_a_spreadsheet() -> None:
    answer = Answer(
        columns=("name", "n", "types"),
        rows=(("=1+1", 2, ["denial"]), ('said "no"', None, [])),
        truncated=False,
        limit=10,
        cypher="RETURN 1",
        graph_version="1",
    )
    assert as_csv(answer) == ('name,n,types\r\n\'=1+1,2,"[""denial""]"\r\n"said ""no""",,[]\r\n')
