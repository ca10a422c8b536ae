from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.attribution import attributions
from ingest.reading import Reading
from ingest.zones import paragraphs


def reading(text: str) -> Reading:
    return Reading(document="d", text=text, paragraphs=paragraphs(text))


def said(text: str) -> list[tuple[str, str | None, list[str]]]:
    """Form, source and parts of every attribution, in words."""
    of = reading(text)
    return [
        (one.form, one.source and of.words(one.source), [of.words(part) for part in one.parts])
        for one in attributions(of)
    ]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("“The pier is safe,” said Orla Pell.", "Orla Pell", "The pier is safe,"),
        ("“The pier is safe.” Ms Pell said.", "Ms Pell", "The pier is safe."),
        ("Ms Pell told the Post: “The pier is safe.”", "Ms Pell", "The pier is safe."),
        ("“The pier is safe”, the board told the Post.", "the board", "The pier is safe"),
        ("One letter, sent in May, reads: “It is safe.”", "One letter, sent in May", "It is safe."),
        ("“It is safe,” fumed Ms Pell.", "Ms Pell", "It is safe,"),
        ("Orla Pell: “The pier is safe.”", "Orla Pell", "The pier is safe."),
        ("“The pier is safe.” — Orla Pell, Leeds", "Orla Pell, Leeds", "The pier is safe."),
        (
            "A spokesperson for the board issued a statement that said: “The pier is safe.”",
            "A spokesperson for the board",
            "The pier is safe.",
        ),
        (
            "Orla Pell, a diver from Leeds, said: “The pier is safe.”",
            "Orla Pell, a diver from Leeds",
            "The pier is safe.",
        ),
        (
            "Orla Pell, from the divers’ union, which met on Monday, said: “The pier is safe.”",
            "Orla Pell, from the divers’ union, which met on Monday",
            "The pier is safe.",
        ),
    ],
)
def test_a_whole_quotation_is_direct_without_its_marks(text: str, source: str, words: str) -> None:
    assert said(text) == [("direct", source, [words])]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "Ms Pell said the board had been “slow” to act.",
            "Ms Pell",
            "the board had been “slow” to act",
        ),
        ("Divers called the pier “a trap”.", "Divers", "called the pier “a trap”"),
        (
            "The pier is “a trap”, according to divers who went below it.",
            "divers who went below it",
            "The pier is “a trap”",
        ),
        (
            "It gave up the board’s old belief it had “lost” the survey.",
            "the board",
            "it had “lost” the survey",
        ),
        (
            "The survey, which Ms Pell sent in May, described “gaps as wide as a door” in it.",
            "The survey, which Ms Pell sent in May",
            "“gaps as wide as a door” in it",
        ),
    ],
)
def test_a_clause_with_quoted_fragments_is_mixed_and_keeps_its_marks(
    text: str, source: str, words: str
) -> None:
    assert said(text) == [("mixed", source, [words])]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Ms Pell said that the pier was safe.", "Ms Pell", "the pier was safe"),
        ("Ms Pell told us she was certain of it.", "Ms Pell", "she was certain of it"),
        ("The pier was safe in May, Ms Pell said.", "Ms Pell", "The pier was safe in May"),
        ("The survey found cracks in the pier.", "The survey", "cracks in the pier"),
        ("The log shows that lamps were dark.", "The log", "lamps were dark"),
        ("Inspectors noted poor lamps on both piers.", "Inspectors", "poor lamps on both piers"),
        (
            "Among the faults the survey lists are dark lamps and a lost bell.",
            "the survey",
            "dark lamps and a lost bell",
        ),
        ("In Ms Pell’s view, nobody was to blame.", "Ms Pell", "nobody was to blame"),
        (
            "The board was criticised by inspectors for closing the pier.",
            "inspectors",
            "for closing the pier",
        ),
        (
            "The survey urged the board to close the pier.",
            "The survey",
            "urged the board to close the pier",
        ),
        ("It recommended a new bridge upstream.", "It", "a new bridge upstream"),
        (
            "He denied, however, that the pier was rotten.",
            "He",
            "denied, however, that the pier was rotten",
        ),
        (
            "Ida Orme and the pilot, Jon Tarn, both said the lamp had failed.",
            "Ida Orme and the pilot, Jon Tarn",
            "the lamp had failed",
        ),
        (
            "The board does not accept that the pier is unsafe.",
            "The board",
            "does not accept that the pier is unsafe",
        ),
        (
            "Both the harbour board and Pell Ltd, who denied the existence of cracks, met.",
            "Both the harbour board and Pell Ltd",
            "denied the existence of cracks",
        ),
        (
            "We heard from a former keeper who alleged boats were sunk at night.",
            "a former keeper",
            "boats were sunk at night",
        ),
        (
            "The board made a commitment to close the pier, but it never did.",
            "The board",
            "made a commitment to close the pier",
        ),
        (
            "The board does not recognise the number given in May.",
            "The board",
            "does not recognise the number given in May",
        ),
        (
            "The survey recommended that lamps be lit; this was done.",
            "The survey",
            "lamps be lit",
        ),
        ("4.2 Ms Pell said the pier was safe.", "Ms Pell", "the pier was safe"),
        ("Police stormed the pier and Ms Pell said it fell.", "Ms Pell", "it fell"),
        ("Ms Pell declined to give a date.", "Ms Pell", "declined to give a date"),
        (
            "The board has apologised to the keepers.",
            "The board",
            "apologised to the keepers",
        ),
        (
            "The board agreed to shut the pier but Ms Pell said nothing had changed.",
            "The board",
            "agreed to shut the pier",
        ),
    ],
)
def test_reported_words_are_indirect_and_end_where_the_narrator_goes_on(
    text: str, source: str, words: str
) -> None:
    assert said(text)[0] == ("indirect", source, [words])


@pytest.mark.parametrize(
    "text",
    [
        "A crew is people who agree to sail together.",
        "She met a girl who reported being robbed on the pier.",
        "The board did not say whether the pier was safe.",
        "The board was told that the pier was safe.",
        "If she says the pier is safe, the board will open it.",
        "The reports of the board are kept in Leeds.",
        "The gaps she lists are old.",
        "The board responded to the survey in a letter that October.",
        "The panel noted the survey.",
        "The inquest revealed matters giving rise to concern.",
        "Did anyone at the board say the pier was safe?",
        "Ms Pell asked a friend to hold the key.",
        "The board recognised the keeper.",
        "Nothing explains why it did not.",
        "Boats thought to be lost came back.",
        "The face of it shows that nobody slept.",
        "The keepers write down what they see.",
        "The logs show 148 of 231.",
        "The board was criticised by inspectors.",
        "Sign up here, said Ms Pell, to hear from us.",
        "The “safe harbour” rule is from 1901.",
        "The force will tell its officers that a child should be seen alone.",
        "Ministers must say that the plan has changed.",
    ],
)
def test_what_nobody_said_is_attributed_to_nobody(text: str) -> None:
    assert said(text) == []


def test_a_quotation_over_paragraphs_is_one_attribution_with_a_part_each() -> None:
    assert said("Ms Pell said: “The pier is safe.\n\n“It was in May,” she added.") == [
        ("direct", "Ms Pell", ["The pier is safe.", "It was in May,"])
    ]


def test_a_quotation_that_a_tail_interrupts_is_one_attribution() -> None:
    assert said("“The pier is safe,” she said, “and it will stay so.” “It is old.”") == [
        ("direct", "she", ["The pier is safe,", "and it will stay so.", "It is old."])
    ]


def test_a_paragraph_of_mere_quotation_inherits_the_speaker_before_it() -> None:
    of = reading("“The pier is safe,” she said.\n\n“It is old.”")
    assert [(one.source, one.inherited, one.cue is None) for one in attributions(of)] == [
        (attributions(of)[0].source, False, False),
        (attributions(of)[0].source, True, True),
    ]


def test_a_quotation_without_any_speaker_keeps_an_unknown_one() -> None:
    assert said("The board met.\n\nIt read a note as follows:\n\n“The pier is safe.”") == [
        ("direct", None, ["The pier is safe."])
    ]


def test_words_of_others_inside_a_quotation_keep_their_outer_attribution() -> None:
    text = "Ms Pell said: “The board told me that the pier was safe. I told them it was not.”"
    found = attributions(reading(text))
    assert [(one.rule, one.outer) for one in found] == [
        ("quotation-after", None),
        ("nested-clause-after", 0),
    ]
    assert said(text)[1] == ("indirect", "The board", ["the pier was safe"])


def test_what_someone_is_said_to_have_done_stays_inside_the_words_of_who_says_it() -> None:
    text = "Ms Pell said: “When I asked him about the boats he pretended not to know of them.”"
    found = attributions(reading(text))
    assert [(one.rule, one.outer) for one in found] == [
        ("quotation-after", None),
        ("nested-object", 0),
    ]
    assert said(text)[1] == ("indirect", "he", ["pretended not to know of them"])


def test_words_of_others_inside_reported_words_keep_their_outer_attribution() -> None:
    text = "Ms Pell said the board’s lawyer had told her that the log was lost."
    assert said(text) == [
        ("indirect", "Ms Pell", ["the board’s lawyer had told her that the log was lost"]),
        ("indirect", "the board’s lawyer", ["the log was lost"]),
    ]
    assert [one.outer for one in attributions(reading(text))] == [None, 0]


def test_what_a_speaker_reports_of_herself_is_said_once() -> None:
    assert said("Ms Pell said she had told the board that it slept.") == [
        ("indirect", "Ms Pell", ["she had told the board that it slept"])
    ]


def test_a_heading_that_names_a_report_is_no_pull_quote() -> None:
    assert said("A letter\n\nReply to “Left in the Dark”, May 2031\n\nThe board met.") == []


def test_two_claims_of_one_sentence_are_two_attributions() -> None:
    assert said("Pell said “we left”, and that it was late, with Orme adding it was “dark”.") == [
        ("mixed", "Pell", ["“we left”"]),
        ("indirect", "Pell", ["it was late"]),
        ("mixed", "Orme", ["it was “dark”"]),
    ]


def test_a_pull_quote_is_not_counted_twice_and_takes_the_speaker_of_what_it_shortens() -> None:
    text = (
        "The pier\n\n‘It is a trap’\n\nMs Pell said: “It is a trap. Our oldest pier is more than"
        " a little rotten.”\n\n‘Our pier is more rotten’\n\nIt rose."
    )
    of = reading(text)
    assert [(one.rule, of.words(one.parts[0])) for one in attributions(of)] == [
        ("quotation-after", "It is a trap. Our oldest pier is more than a little rotten."),
        ("pull-quote", "Our pier is more rotten"),
    ]
    assert said(text)[1][1] == "Ms Pell"


def test_a_long_quotation_is_cut_where_it_begins_to_promise() -> None:
    text = "The board said: “The pier is safe.\n\n“We will close it in May.\n\n“We will tell you.”"
    assert said(text) == [
        ("direct", "The board", ["The pier is safe."]),
        ("direct", "The board", ["We will close it in May.", "We will tell you."]),
    ]


WORDS = [
    "“", "”", "‘", "’", '"', "'", "\n\n", ". ", ", ", ": ", "said", "he", "Orla Pell", "who",
    "that", "denied", "reports", "according to", "—", "(", ")", "told", "us", "and", "with", "it",
    "is", "no", "we", "will", "’s", "n’t", "?",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["", " "]))
def test_any_text_gives_attributions_in_order_whose_parts_are_words_of_it(
    pieces: list[str], between: str
) -> None:
    text = between.join(pieces)
    found = attributions(reading(text))
    assert all(a.parts[0].start <= b.parts[0].start for a, b in pairwise(found))
    for one in found:
        assert one.parts
        assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in one.parts)
        assert all(a.end <= b.start for a, b in pairwise(one.parts))
        for extent in (one.source, one.cue):
            assert extent is None or text[extent.start : extent.end].strip()
        if one.outer is not None:
            holder = found[one.outer]
            assert all(any(p.within(q) for q in holder.parts) for p in one.parts)
