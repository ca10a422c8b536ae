from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.reading import Extent
from ingest.tokens import sentences, tokens


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text, Extent(0, len(text)))]


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, Extent(0, len(text)))]


def test_a_clitic_is_a_token_of_its_own() -> None:
    assert words("She hadn’t read Orla's note.") == [
        "She", "had", "n’t", "read", "Orla", "'s", "note", ".",
    ]  # fmt: skip


def test_titles_numbers_and_initials_keep_their_full_stops() -> None:
    assert words("Dr. Pell paid £1.5million on 3.2.") == [
        "Dr.", "Pell", "paid", "£", "1.5million", "on", "3.2", ".",
    ]  # fmt: skip


def test_tokens_are_lower_cased_with_straight_apostrophes() -> None:
    assert [token.lower for token in tokens("It’s", Extent(0, 4))] == ["it", "'s"]


def test_closing_marks_stay_with_the_sentence_they_close() -> None:
    assert split('“It was late.” "No," he said. She left.') == [
        "“It was late.”",
        '"No," he said.',
        "She left.",
    ]


def test_a_question_inside_a_clause_does_not_end_the_sentence() -> None:
    assert split("“Why?” he asked. “Go!” she said.") == ["“Why?” he asked.", "“Go!” she said."]


def test_a_missing_space_does_not_hide_the_end_of_a_sentence() -> None:
    assert split("It rained in Leeds.Answering a call, she left.") == [
        "It rained in Leeds.",
        "Answering a call, she left.",
    ]


def test_abbreviations_initials_and_paragraph_numbers_end_nothing() -> None:
    for text in ("Mr. J. Orme came.", "4.32. The force came.", "See No. 7 and para. 9 of it."):
        assert split(text) == [text]
    assert split("No. It was not.") == ["No.", "It was not."]


@given(st.text(alphabet=st.sampled_from("aB .!?”“’'\"\n1(é…"), max_size=80))
def test_sentences_and_tokens_are_in_bounds_in_order_and_trimmed(text: str) -> None:
    for stretches in (split(text), words(text)):
        assert all(stretch and stretch == stretch.strip() for stretch in stretches)
    for found in (
        sentences(text, Extent(0, len(text))),
        [t.extent for t in tokens(text, Extent(0, len(text)))],
    ):
        assert all(a.end <= b.start for a, b in pairwise(found))
        kept = "".join(text[a:b] for a, b in found)
        assert kept.replace(" ", "") == "".join(text.split()) or "\n" in kept
