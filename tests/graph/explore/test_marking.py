from hypothesis import given
from hypothesis import strategies as st

from graph.explore.marking import excerpt, folded, marks


def marked(text: str, words: str) -> list[str]:
    return [text[a:b] for a, b in marks(text, words)]


def test_the_beginning_of_a_word_that_was_searched_for_is_marked() -> None:
    assert marked("The report on reporting, unreported.", "report") == ["report", "report"]


def test_accents_and_capitals_do_not_hide_a_match() -> None:
    assert marked("Seán met Zoë", "sean ZOE") == ["Seán", "Zoë"]


def test_signs_alone_mark_nothing() -> None:
    assert marked("a (b) * c", '"*(') == []


def test_an_excerpt_shows_the_match_and_says_where_words_are_left_out() -> None:
    text = "one two three four five six seven eight nine ten"
    assert excerpt(text, "seven", width=20) == "… five six seven eight …"
    assert excerpt(text, "one", width=20) == "one two three four …"
    assert excerpt(text, "ten", width=20) == "… seven eight nine ten"
    assert excerpt("short", "x", width=20) == "short"


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(), st.text())
def test_marks_lie_in_the_text_in_order(text: str, words: str) -> None:
    places = [place for mark in marks(text, words) for place in mark]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(st.text(alphabet="ab cd", max_size=80))
def test_an_excerpt_holds_the_first_match_and_is_no_wider_than_asked(text: str) -> None:
    shown = excerpt(text, "cd", width=20)
    assert bool(marks(shown, "cd")) >= bool(marks(text, "cd"))
    assert len(shown) <= 20 + len("… ") + len(" …")
