"""Sentences: quotations are never spliced, verbs settle nothing, the outer speaker is named."""

from hypothesis import given
from hypothesis import strategies as st

from graph.explore.views import LinkView, Ref
from tests.web.views import IVO, NORA, statement
from web.look import Look
from web.sentences import (
    joined,
    link_sentence,
    manner,
    opening,
    quotation,
    speakers,
    type_word,
    verb,
    whole,
)

LOOK = Look.read()
SENTENCE = "I do not accept that a single warning was missed because of how this house is run"


def test_a_label_is_the_opening_words_with_the_ellipsis_inside_the_mark() -> None:
    assert opening(SENTENCE, 33) == "“I do not accept that a single …”"
    assert opening("One, two; three", 10) == "“One, two …”"


def test_a_short_quotation_is_given_whole_and_without_an_ellipsis() -> None:
    assert opening("We accept every recommendation.") == "“We accept every recommendation.”"
    assert whole("We accept\n every recommendation.") == "“We accept every recommendation.”"


@given(st.text(min_size=1, max_size=200), st.integers(min_value=8, max_value=80))
def test_a_label_is_always_the_beginning_of_the_words(quote: str, limit: int) -> None:
    label = opening(quote, limit)
    words = " ".join(quote.split())
    shown = label.removeprefix("“").removesuffix("”").removesuffix(" …")
    assert words.startswith(shown)
    assert len(shown) <= limit


def test_parts_of_a_quotation_are_never_joined() -> None:
    text = "“I asked twice,” he said. “Nobody came.”"
    parts = statement("st-1", (1, 15), (27, 39), text=text)
    assert quotation(parts) == "“I asked twice,” “Nobody came.”"


def test_the_verb_is_said_until_a_person_accepts() -> None:
    assert verb(statement("st-1", (0, 1)), LOOK) == "said"
    assert verb(statement("st-1", (0, 1), review="accepted"), LOOK) == "denied it:"
    assert verb(statement("st-1", (0, 1), types=(), review="accepted"), LOOK) == "said"


def test_a_proposed_type_carries_a_question_mark() -> None:
    assert type_word(statement("st-1", (0, 1)), "denial", LOOK) == "Denial?"
    assert type_word(statement("st-1", (0, 1), review="accepted"), "denial", LOOK) == "Denial"


def test_speakers_are_named_or_said_to_be_unknown() -> None:
    both = statement("st-1", (0, 1), speakers=((NORA, "self"), (IVO, "self")))
    assert speakers(both) == "Nora Tamsin and Ivo Marsh"
    assert speakers(statement("st-1", (0, 1), speakers=())) == "Unknown speaker"
    assert joined([]) == ""
    assert joined(["A", "B", "C"]) == "A, B and C"


def test_manner_names_capacity_form_and_the_outer_speaker() -> None:
    told = statement(
        "st-1", (0, 1), speakers=((IVO, "spokesperson"),), form="indirect", outer="st-0",
        outer_speakers=(NORA,),
    )  # fmt: skip
    assert manner(told) == "through a spokesperson, in indirect speech, as told by Nora Tamsin"
    assert manner(statement("st-1", (0, 1))) == ""
    unknown = statement("st-1", (0, 1), outer="st-0")
    assert manner(unknown) == "as told by an unknown speaker"


def test_a_link_is_told_from_the_side_it_is_seen_from() -> None:
    report = Ref(id="report-1", kind="report", name="Report on Hollin House")
    link = LinkView(
        id="ln-1", type="RESPONDED_TO", family="answers", source=NORA, target=report, role=None,
        date=None, inferred=False, passages=(), standing=None,
    )  # fmt: skip
    told = link_sentence(link, LOOK)
    turned = link_sentence(link, LOOK, seen_from=report.id)
    assert (told.source, told.verb, told.target) == (NORA, "responded to", report)
    assert (turned.source, turned.verb, turned.target) == (report, "was answered by", NORA)
