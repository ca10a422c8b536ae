"""Words that are someone's without quotation marks: turns, and a document's own voice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import StatementType
from ingest.attribution import attributions
from ingest.reading import Reading
from ingest.speech_acts import types
from ingest.zones import paragraphs

Told = tuple[str, str | None, str]


def reading(text: str) -> Reading:
    return Reading(document="d", text=text, paragraphs=paragraphs(text))


def told(text: str) -> list[Told]:
    """Rule, source and words of every attribution."""
    of = reading(text)
    return [
        (one.rule, one.source and of.words(one.source), " … ".join(map(of.words, one.parts)))
        for one in attributions(of)
    ]


def acts(text: str) -> list[set[StatementType]]:
    of = reading(text)
    return [{act for act, _ in types(of, one)} for one in attributions(of)]


HEARING = """Harbour inquiry, day 4

MR HOLT: Good morning. I call Mr Jon Tarn.

MR JON TARN (affirmed)

Questions from MS GREY

Q. You were the harbour master?

A. I was, from 2021. I accept that I should have read the log.

MR HOLT: Who wrote it?

A. Ms Pell told me that nobody would read it.

The inquiry rose for lunch.
"""


def test_a_turn_is_a_statement_of_its_speaker_cut_where_what_it_does_changes() -> None:
    assert told(HEARING) == [
        ("turn", "MR HOLT", "Good morning. I call Mr Jon Tarn."),
        ("turn", "MS GREY", "You were the harbour master?"),
        ("turn", "MR JON TARN", "I was, from 2021."),
        ("turn", "MR JON TARN", "I accept that I should have read the log."),
        ("turn", "MR HOLT", "Who wrote it?"),
        ("turn", "MR JON TARN", "Ms Pell told me that nobody would read it."),
        ("nested-clause-after", "Ms Pell", "nobody would read it"),
    ]


def test_what_a_turn_reports_of_others_stands_within_it_and_of_its_speaker_nowhere() -> None:
    text = (
        "Ida Orme (Chair): What did you say?\n\nJon Tarn: I said that the pier was safe. The board"
        " wrote that it was “a trap”.\n\nIda Orme (Chair): Thank you, Mr Tarn, for that."
    )
    of = reading(text)
    assert [(one.rule, one.outer) for one in attributions(of)] == [
        ("turn", None),
        ("turn", None),
        ("nested-quotation-after", 1),
        ("turn", None),
    ]


def test_a_later_paragraph_goes_on_with_a_turn_only_if_it_speaks() -> None:
    text = (
        "Ms Orme: We met in May.\n\nI told the board so.\n\nMr Tarn: Nobody did.\n\n"
        "The panel noted the report.\n\nMs Orme: It was late."
    )
    of = reading(text)
    assert [(of.words(one.parts[0]), one.inherited) for one in attributions(of)] == [
        ("We met in May.", False),
        ("I told the board so.", True),
        ("Nobody did.", False),
        ("It was late.", False),
    ]


def test_a_transcript_wrapped_at_a_fixed_width_keeps_its_turns_apart() -> None:
    text = (
        "MS GREY:  Mr Tarn, you were the harbour master in those years, and it\n"
        "was your job to see that lamps were lit on every night of the year?\n"
        "MR TARN:  It was, but I was ill.\nMS GREY:  Did you tell anyone?\nMR TARN:  I did not."
    )
    assert [source for _, source, _ in told(text)] == ["MS GREY", "MR TARN", "MS GREY", "MR TARN"]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Office: 01632 960001\n\nPier Lodge: closed\n\nHarbour Office: ring first",
        "Date: It is May.\n\nRef: It is 4.\n\nDate: It is June.",
        "Q: Can I fish?\n\nA: Yes, from the pier.\n\nQ: Is it free?\n\nA: Yes, it is.",
        "3. Apologies: None were received.\n\n4. Lamps: None were lit.\n\n5. Ropes: None.",
    ],
)
def test_fields_of_a_form_and_questions_of_nobody_are_no_turns(text: str) -> None:
    assert told(text) == []


def test_a_name_before_a_quotation_is_a_label_and_no_transcript() -> None:
    text = "Ms Orme: “Who slept?”\n\nMr Tarn: “We did.”\n\nMs Orme: “When was that?”"
    assert [rule for rule, _, _ in told(text)] == ["label", "label", "label"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("We accept your finding that lamps were dark.", "admission"),
        ("We accept all of your recommendations.", "commitment"),
        ("We do not accept recommendation 5.", "declined"),
        ("We do not, however, accept that keepers slept.", "denial"),
        ("Nor do I accept that keepers slept.", "denial"),
        ("We were too slow to act, and for that I am truly sorry.", "apology"),
        ("On the lamps, I will publish the log in May.", "commitment"),
        ("We found that lamps were dark on 40 nights.", "finding"),
        ("We have seen no evidence of this.", "finding"),
        ("In my opinion there is a risk of further deaths.", "assessment"),
        ("It is my firm view that the log was altered.", "assessment"),
        ("We recognise that the lamps were dark.", "admission"),
        ("We recommend that the board light its lamps.", "recommendation"),
    ],
)
def test_a_position_in_the_first_person_is_the_documents_own_statement(
    text: str, act: StatementType
) -> None:
    of = reading(f"The lamps\n\n{text}")
    assert [(one.form, of.words(one.parts[0])) for one in attributions(of)] == [("direct", text)]
    assert acts(f"The lamps\n\n{text}") == [{act}]


@pytest.mark.parametrize(
    "text",
    [
        "I met the keepers on 4 May and I visited the pier.",
        "We asked the board for its log.",
        "We were told of the fault in May.",
        "In this part I will describe the pier.",
        "I think of him often.",
        "We found details of six lost boats.",
        "I have considered the papers.",
    ],
)
def test_narration_in_the_first_person_is_no_statement(text: str) -> None:
    assert told(f"The lamps\n\n{text}") == []


def test_the_first_person_of_someone_else_is_not_the_documents() -> None:
    assert told("The lamps\n\nThe board said we were wrong to ask.") == [
        ("clause-after", "The board", "we were wrong to ask")
    ]


def test_own_words_after_someone_elses_begin_where_the_pronoun_stands() -> None:
    text = "The lamps\n\nOne log said the lamp was “lit”, but we found no oil in it."
    assert told(text) == [
        ("quotation-after", "One log", "the lamp was “lit”"),
        ("own-voice", "we", "we found no oil in it."),
    ]


def test_a_sentence_beside_a_position_denies_with_it() -> None:
    text = (
        "The lamps\n\nI cannot accept that. The survey alleges that keepers slept."
        " It did not happen."
    )
    assert told(text) == [
        ("own-voice", "I", "I cannot accept that."),
        ("clause-after", "The survey", "keepers slept"),
        ("own-beside", "I", "It did not happen."),
    ]


ADVICE = """Survey of the pier

We visited the pier in May.

Recommendations

R1. The board should light its lamps by June.

R2. Keepers must be trained.

What happens next

Keepers should ring the office.
"""


def test_a_list_of_advice_is_the_documents_without_a_source() -> None:
    assert told(ADVICE) == [
        ("own-recommendation", None, "The board should light its lamps by June."),
        ("own-recommendation", None, "Keepers must be trained."),
    ]
    assert acts(ADVICE) == [{"recommendation"}, {"recommendation"}]


CORONER = """Report on a death

I am Ida Orme. In my opinion there is a risk of further deaths.

The MATTERS OF CONCERN are as follows:

(1) The ward had no torches. Nobody knew where they were kept.

(2) Torches were ordered twice.

Action should be taken

You must answer by 4 May.
"""


def test_matters_of_concern_are_the_coroners_a_sentence_each() -> None:
    assert told(CORONER) == [
        ("own-voice", "my", "In my opinion there is a risk of further deaths."),
        ("own-concern", "my", "The ward had no torches."),
        ("own-concern", "my", "Nobody knew where they were kept."),
        ("own-concern", "my", "Torches were ordered twice."),
    ]
    assert acts(CORONER)[1:] == [{"criticism"}, {"criticism"}, {"assertion"}]


WORDS = [
    "\n\n", "MS ORME: ", "Mr Tarn: ", "Q. ", "A. ", "MR TARN (sworn)", "I ", "we ", "found that ",
    "said ", "Ms Pell told me ", "“", "”", "was wrong", ". ", "? ", "my concerns are: ", "(1) ",
    "Recommendations", "The board should act", ", but ", "sorry ",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_transcript_gives_statements_in_order_that_lie_in_their_outer_ones(
    pieces: list[str],
) -> None:
    text = "".join(pieces)
    found = attributions(reading(text))
    assert all(a.parts[0].start <= b.parts[0].start for a, b in pairwise(found))
    for one in found:
        assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in one.parts)
        if one.outer is not None:
            holder = found[one.outer]
            assert all(any(p.within(q) for q in holder.parts) for p in one.parts)
