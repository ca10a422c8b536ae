import re

from hypothesis import given
from hypothesis import strategies as st

from graph.stores.words import lucene_query, searchable


def test_accents_and_case_are_folded() -> None:
    assert searchable("Seán ÁBALOS", "Straße") == "sean abalos\nstrasse"


def test_a_word_with_an_apostrophe_stands_closed_and_split() -> None:
    assert searchable("O’Brien") == "obrien o brien"
    assert searchable("D'Arcy") == searchable("d’arcy") == "darcy d arcy"


def test_empty_texts_and_doubles_leave_no_line() -> None:
    assert searchable("Trust", "", "TRUST", "—") == "trust"


def test_every_word_is_wanted_or_its_beginning() -> None:
    assert lucene_query("Nora  O’Brien!") == "(nora OR nora*) AND (obrien OR obrien*)"


@given(st.text())
def test_a_query_holds_folded_words_and_our_own_signs_only(words: str) -> None:
    query = lucene_query(words)
    term = r"\((\w+) OR \1\*\)"
    assert query == "" or re.fullmatch(rf"{term}(?: AND \((\w+) OR \2\*\))*", query) or (
        all(re.fullmatch(term, part) for part in query.split(" AND "))
    )  # fmt: skip
    assert not {"AND", "OR", "NOT", "TO"} & set(re.findall(r"\((\w+) OR", query))


@given(st.text(alphabet=st.characters(categories=["L", "N", "Z"])))
def test_whatever_is_stored_is_found_by_its_own_words(text: str) -> None:
    stored = set(searchable(text).split())
    asked = set(re.findall(r"\((\w+) OR", lucene_query(text)))
    assert all(any(word.startswith(each) for word in stored) for each in asked)
