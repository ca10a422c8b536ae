import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Scope
from ingest.ground import Ground, lay
from ingest.reading import Attribution, Extent
from ingest.scope import find_scope
from tests.ingest.marked import place, read


def scope(marked: str, words: str | None = None, cue: str | None = None) -> dict[str, str]:
    """Return the scope of the words said, all of the text by default, as field and quote."""
    reading, names = read(marked)
    ground: Ground = lay(reading, names)
    said = place(reading, words) if words else Extent(0, len(reading.text))
    one = Attribution(
        source=None, inherited=False, cue=place(reading, cue) if cue else None, parts=(said,),
        form="indirect", rule="test",
    )  # fmt: skip
    found: Scope = find_scope(ground, one)
    fields = {field: getattr(found, field) for field in Scope.__slots__}
    return {field: span.quote for field, span in fields.items() if span is not None}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("doors were shut since 2016", {"period": "since 2016"}),
        ("fewer came in the past decade", {"period": "in the past decade"}),
        ("it rose between April and June", {"period": "between April and June"}),
        ("it rose in the year to March 2024", {"period": "in the year to March 2024"}),
        ("it fell this year", {"period": "this year"}),
        ("it was late in 14 of 40 cases", {"measure": "in 14 of 40 cases"}),
        ("nothing was found in six of the 40 files read", {
            "measure": "in six of the 40 files read"}),
        ("it rose by 4.5 per cent", {"measure": "by 4.5 per cent"}),
        ("it rose by 4%", {"measure": "by 4%"}),
        ("more than 1,200 letters were lost", {"measure": "more than 1,200 letters"}),
        ("it cost nearly £84 million", {"measure": "nearly £84 million"}),
        ("half of the letters were lost", {"measure": "half of the"}),
        ("the board uses its own definition of a visit", {"term": "visit"}),
        ("a boat is counted as “seen” when a pilot has waved", {
            "term": "seen", "definition": "is counted as “seen” when a pilot has waved"}),
        ("“placed” means that somebody slept there", {
            "term": "placed", "definition": "“placed” means that somebody slept there"}),
        ("the doors were shut at [L Dunmere] in May", {"area": "Dunmere", "period": "in May"}),
        ("it did all that the 2022 inspection asked", {}),
        ("recommendation 3.1 was carried out", {}),
        ("one of them said so", {}),
        ("we may ask again", {}),
    ],
)  # fmt: skip
def test_a_statement_limits_itself_to_what_its_own_words_say(
    words: str, expected: dict[str, str]
) -> None:
    found = scope(words)
    assert {field: found.get(field) for field in expected} == expected
    assert set(found) - {"definition"} <= set(expected)


def test_words_outside_the_statement_limit_it_only_where_they_introduce_it() -> None:
    marked = "In 2019 Ann said of the years since 2016 that doors were shut. In May it rained."
    assert scope(marked, "doors were shut", "said") == {"period": "since 2016"}
    assert scope(marked, "doors were shut") == {}


@given(st.text(alphabet="in14 of “seen”-since2016,.%£ May", max_size=60).filter(str.strip))
def test_a_scope_lies_inside_the_words_of_its_statement(words: str) -> None:
    for quote in scope(words).values():
        assert quote in words
