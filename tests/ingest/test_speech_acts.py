import pytest

from graph.model import StatementType
from ingest.attribution import attributions
from ingest.reading import Reading
from ingest.speech_acts import types
from ingest.zones import paragraphs


def acts(text: str) -> list[tuple[StatementType, str | None]]:
    """What the first statement of a text does, with the words that tell it."""
    of = Reading(document="d", text=text, paragraphs=paragraphs(text))
    return [(act, extent and of.words(extent)) for act, extent in types(of, attributions(of)[0])]


def test_a_cue_decides_whatever_the_words_inside_say() -> None:
    assert acts("Ms Pell denied that she was sorry.") == [("denial", "denied")]
    assert acts("Ms Pell accused the board of denying it.") == [("criticism", "accused")]
    assert acts("Ms Pell admitted that the pier was unsafe.") == [("admission", "admitted")]


def test_a_word_inside_a_clause_decides_nothing() -> None:
    assert acts("It is “absurd” to deny that the pier is safe, Ms Pell said.") == [
        ("criticism", "is “absurd")
    ]
    assert acts("Ms Pell said: “They denied it for years and I promised nothing.”") == [
        ("assertion", "said")
    ]


def test_words_quoted_from_someone_else_are_not_the_speakers() -> None:
    assert acts("Ms Pell said: “Then the board told me ‘we will close it’ in May.”") == [
        ("assertion", "said")
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The board said: “We will close the pier in May.”", "commitment"),
        ("The board agreed to close the pier.", "commitment"),
        ("The board assured us that it would close the pier.", "commitment"),
        ("The board assured us that all lamps were looked at again.", "assertion"),
        ("Ms Pell advised him in writing that it was wrong.", "criticism"),
        ("Ms Pell asked why the lamps were dark.", "question"),
        ("The board ordered keepers to light the lamps.", "recommendation"),
        ("Ms Pell calls the answer to the 2031 survey “a start”.", "assessment"),
        ("Among the faults the survey lists are dark lamps and wet ropes.", "criticism"),
        ("Ms Pell asked me to record that she had no key.", "assertion"),
        ("Ms Pell asked the board to light the lamps.", "recommendation"),
        ("Ms Pell said: “We did not see it when we should have, and I am sorry.”", "apology"),
        ("Ms Pell said the story should never have been printed.", "criticism"),
        ("Ms Pell said: “We were not told of the storm.”", "assertion"),
        ("Ms Pell said: “That is our fault.”", "admission"),
        ("Ms Pell said: “We will come to that.”", "assertion"),
        ("Ms Pell said: “I never said that it was safe.”", "denial"),
        ("Ms Pell said: “I do not agree with that.”", "assertion"),
        ("Ms Pell said: “There was no excuse for it.”", "criticism"),
        ("Ms Pell said: “We should have asked. We didn’t.”", "admission"),
        ("The board agreed that the pier was old.", "assertion"),
        ("The board said it would publish the survey.", "commitment"),
        ("The board said it would be a long winter.", "assertion"),
        ("The board said: “We are sorry for the delay.”", "apology"),
        ("The board apologised to the keepers.", "apology"),
        ("The board said: “We do not accept this.”", "denial"),
        ("The board said there was no evidence of cracks.", "denial"),
        ("The board said there was no system for it.", "assertion"),
        ("The board claimed to have “no reports” of cracks.", "denial"),
        ("The board said: “We got it wrong.”", "admission"),
        ("The board said it could not comment.", "declined"),
        ("The board refused to comment.", "declined"),
        ("Ms Pell said the board had failed the keepers.", "criticism"),
        ("Ms Pell said: “What a shambles this is.”", "criticism"),
        ("Ms Pell said she was certain of it.", "assessment"),
        ("Ms Pell thinks the pier is safe.", "assessment"),
        ("The survey found that the pier was safe.", "finding"),
        ("Ms Pell called for a new pier.", "recommendation"),
        ("Ms Pell said the board should build a new pier.", "recommendation"),
        ("Ms Pell said: “Who pays for this?”", "question"),
        ("The board rejected claims that the pier was rotten.", "denial"),
        ("The board rejected all of the advice.", "declined"),
        ("The board accepted all of the advice.", "assertion"),
        ("The board accepted that the pier was rotten.", "admission"),
        ("The board said the claims were “not true”.", "denial"),
        ("The board said it will not last.", "assertion"),
        ("Ms Pell calls the pier “dangerous”.", "criticism"),
        ("Ms Pell calls the pier “a start”.", "assessment"),
        ("Inspectors rated the board “poor”.", "finding"),
        ("A keeper alleged boats were sunk at night.", "allegation"),
        ("Ms Pell said the pier was built in 1901.", "assertion"),
    ],
)
def test_the_act_is_that_of_the_cue_or_the_main_clause(text: str, act: StatementType) -> None:
    assert [found for found, _ in acts(text)] == [act]
