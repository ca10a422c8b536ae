import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import PartialDate
from ingest.dates import read_date, read_moment

THURSDAY = PartialDate.parse("2024-03-14")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the report of 3 May 2021", "2021-05-03"),
        ("on Friday 3rd May 2021", "2021-05-03"),
        ("in May 2021", "2021-05"),
        ("since 2021", "2021"),
        ("on 31 February 2021", "2021"),
        ("on 12 March", "2024-03-12"),
        ("on 12 December", "2023-12-12"),
        ("in December", "2023-12"),
        ("in February last year", "2023-02"),
        ("30 files were read", None),
        ("she may say so", None),
    ],
)
def test_a_date_is_as_exact_as_its_words(words: str, value: str | None) -> None:
    assert read_date(words, THURSDAY) == (PartialDate.parse(value) if value else None)


def test_a_date_without_a_year_is_unknown_where_the_day_of_publication_is() -> None:
    assert read_date("on 12 March") is None
    assert read_date("on 12 March", PartialDate.parse("2024")) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("said today", "2024-03-14"),
        ("said yesterday", "2024-03-13"),
        ("told the board on Monday", "2024-03-11"),
        ("told the board on Thursday", "2024-03-14"),
        ("told the board on Friday", "2024-03-08"),
        ("said last week", None),
    ],
)
def test_days_near_the_day_of_publication_are_counted_from_it(
    words: str, value: str | None
) -> None:
    assert read_moment(words, THURSDAY) == (PartialDate.parse(value) if value else None)
    assert read_moment(words, None) is None


@given(st.text(), st.dates())
def test_any_words_have_a_date_that_exists_or_none(words: str, day: object) -> None:
    read_moment(words, PartialDate.parse(str(day)))
