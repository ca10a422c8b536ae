import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from graph.search.folding import closed, closed_up, folded, name_key, plain, searchable, tokens


def test_accents_case_and_invisible_signs_are_folded() -> None:
    assert tokens("Seán ÁBALOS, Straße") == ("sean", "abalos", "strasse")
    assert tokens("co\u00adopera\u200btion ℡ ﬁre") == ("cooperation", "tel", "fire")


def test_a_word_with_an_apostrophe_stands_in_its_parts_and_closed_up() -> None:
    for written in ("O’Brien", "O'Brien", "o‘brien", "O`BRIEN", "O´Brien"):
        assert tokens(written) == ("o", "brien")
        assert closed(written) == closed_up(written) == ("obrien",)
    assert closed("‘We knew,’ he said") == ()


def test_names_are_compared_closed_up() -> None:
    assert name_key("Seán  O’BRIEN,") == name_key("sean obrien") == "sean obrien"


def test_the_search_property_of_the_graph_has_a_line_for_each_text() -> None:
    assert searchable("Seán ÁBALOS", "Straße") == "sean abalos\nstrasse"
    assert searchable("O’Brien") == "obrien o brien"
    assert searchable("Trust", "", "TRUST", "—") == "trust"


@given(st.text())
def test_a_text_folds_as_its_signs_do(text: str) -> None:
    assert "".join(map(plain, text)) == "".join(map(folded, text))
    assert all(len(word) <= 64 and re.fullmatch(r"\w+", word) for word in tokens(text))


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert tokens(" ".join(tokens(text))) == tokens(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Z"])))
def test_accents_of_either_spelling_are_the_same(text: str) -> None:
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(unicodedata.normalize("NFC", text))
