from hypothesis import given
from hypothesis import strategies as st

from graph.explore.marking import excerpt, marks, reach
from graph.search.query import parse


def marked(text: str, words: str) -> list[str]:
    return [text[a:b] for a, b in marks(text, parse(words))]


def test_words_are_marked_whole_and_the_beginning_of_the_last() -> None:
    assert marked("The report on reporting, unreported.", "report") == ["report", "report"]
    assert marked("The report on reporting, unreported.", "report on") == ["report", "on"]


def test_accents_capitals_and_apostrophes_do_not_hide_a_match() -> None:
    assert marked("Seán met Zoë", "sean ZOE") == ["Seán", "Zoë"]
    assert marked("Sea\u0301n", "sean ") == ["Sea\u0301n"[:-1] + "n"]
    for words in ("o'brien", "OBRIEN", "O’Brien"):
        assert marked("Mr O’Brien’s", words) == ["O’Brien"]
    assert marked("Mr O’Brien’s", "brien") == ["Brien"]


def test_signs_that_fold_to_several_or_to_none_move_no_mark() -> None:
    assert marked("… a ﬁre℡, co\u00adopera\u00adtion… ﬁre", "fire tel cooperation ") == [
        "co\u00adopera\u00adtion", "ﬁre",
    ]  # fmt: skip
    assert marked("… the ﬁre …", "fir") == ["ﬁr"]
    assert marked("… ﬂ", "f") == ["ﬂ"]


def test_a_phrase_is_marked_where_its_words_stand_together() -> None:
    assert marked("no plan; a plan, no\nplan", '"no plan"') == ["no plan", "no\nplan"]


def test_words_that_are_not_wanted_are_not_marked() -> None:
    assert marked("a fire in the harbour", "fire -harbour") == ["fire"]


def test_signs_alone_mark_nothing() -> None:
    assert marked("a (b) * c", '"*(') == []


def test_an_excerpt_shows_the_match_and_says_where_words_are_left_out() -> None:
    text = "one two three four five six seven eight nine ten"
    assert excerpt(text, parse("seven"), width=20) == "… five six seven eight …"
    assert excerpt(text, parse("one"), width=20) == "one two three four …"
    assert excerpt(text, parse("ten"), width=20) == "… seven eight nine ten"
    assert excerpt("short", parse("x"), width=20) == "short"


def test_an_excerpt_shows_the_place_with_the_most_matches() -> None:
    text = f"a fire {'and so on ' * 20}the fire in the harbour {'and so on ' * 20}"
    assert "the fire in the harbour" in excerpt(text, parse("fire harbour"), width=60)


def test_what_is_found_reaches_to_the_end_of_a_word() -> None:
    text = "They said that reporting was late."
    start, end = reach(text, parse("said report"), width=100)
    assert text[start:end] == "said that reporting"
    assert reach(text, parse("x"), width=100) == (0, len(text))


@given(st.text(), st.text())
def test_marks_lie_in_the_text_in_order(text: str, words: str) -> None:
    places = [place for mark in marks(text, parse(words)) for place in mark]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(st.text(alphabet="ab cd", max_size=80))
def test_an_excerpt_holds_a_match_and_is_no_wider_than_asked(text: str) -> None:
    query = parse("cd")
    shown = excerpt(text, query, width=20)
    assert bool(marks(shown, query)) >= bool(marks(text, query))
    assert len(shown) <= 20 + len("… ") + len(" …")
