from hypothesis import given
from hypothesis import strategies as st

from graph.explore.surroundings import paragraphs, surroundings

TEXT = "A heading\n\nFirst one. Second one here. Third.\nsame paragraph\n\n\nLast."


def around(text: str, quote: str, most: int = 200) -> tuple[str, str, int]:
    start = text.index(quote)
    return surroundings(text, start, start + len(quote), paragraphs(text), most=most)


def test_paragraphs_end_at_blank_lines() -> None:
    assert [TEXT[a:b] for a, b in paragraphs(TEXT)] == [
        "A heading",
        "First one. Second one here. Third.\nsame paragraph",
        "Last.",
    ]


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert [("One.\nTwo.\n"[a:b]) for a, b in paragraphs("One.\nTwo.\n")] == ["One.", "Two."]


def test_surroundings_stay_in_their_paragraph_and_know_its_number() -> None:
    assert around(TEXT, "Second one") == ("First one. ", " here. Third.\nsame paragraph", 2)
    assert around(TEXT, "Last.") == ("", "", 3)


def test_long_surroundings_are_cut_at_a_sentence() -> None:
    assert around(TEXT, "Third.", most=25) == ("Second one here. ", "\nsame paragraph", 2)
    assert around(TEXT, "First", most=24) == ("", " one. Second one here.", 2)


def test_surroundings_without_a_sentence_end_are_cut_at_a_word() -> None:
    text = "alpha beta gamma delta epsilon zeta eta"
    assert around(text, "delta", most=8) == ("gamma ", " epsilon", 1)


def test_surroundings_without_any_end_are_left_out() -> None:
    assert around("x" * 30 + "MID" + "y" * 30, "MID", most=5) == ("", "", 1)


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_surroundings_are_the_words_that_stand_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = surroundings(text, start, end, paragraphs(text), most=10)
    assert text[start - len(found.before) : end + len(found.after)] == (
        found.before + text[start:end] + found.after
    )
    assert max(len(found.before), len(found.after)) <= 10
    assert found.paragraph >= 1
