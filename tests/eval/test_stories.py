"""Extraction on invented stories: no harm at all, and floors under what is found.

Lowering a floor needs a decision record in docs/adr. An expectation is never bent to a result.
"""

import pytest

from tests.eval.judging import STRICT, Verdict, figures, judge
from tests.eval.renaming import renamed_stories
from tests.eval.stories import stories, story_of

FLOORS = {
    "statements": 0.96,
    "speakers": 0.85,
    "types": 0.96,
    "forms": 0.97,
    "capacities": 1.0,
    "nesting": 1.0,
    "whole quotations": 1.0,
    "not statements": 0.95,
    "people": 0.97,
    "bodies": 0.97,
    "not people": 1.0,
    "protected found": 0.80,
    "links": 0.66,
    "kept together": 0.75,
    "kept apart": 1.0,
    "not multiplied": 1.0,
}


@pytest.fixture(scope="module", params=[stories, renamed_stories], ids=["told", "renamed"])
def verdicts(request: pytest.FixtureRequest) -> list[Verdict]:
    return [verdict for story in request.param() for verdict in judge(story)]


@pytest.mark.parametrize("check", STRICT)
def test_no_story_does_harm(verdicts: list[Verdict], check: str) -> None:
    of_kind = [verdict for verdict in verdicts if verdict.check == check]
    assert of_kind
    assert [verdict.line() for verdict in of_kind if not verdict.right] == []


@pytest.mark.parametrize("check", FLOORS)
def test_as_much_is_right_in_the_stories_as_its_floor_says(
    verdicts: list[Verdict], check: str
) -> None:
    right, of = figures(verdicts)[check]
    assert right / of >= FLOORS[check], f"{check}: {right} of {of}"


def test_every_figure_is_either_strict_or_has_a_floor(verdicts: list[Verdict]) -> None:
    assert set(figures(verdicts)) == {*STRICT, *FLOORS}


def test_a_story_says_what_is_wrong_when_its_words_do_not_stand_in_it_once() -> None:
    row = {"not_statements": ["no such words"]}
    with pytest.raises(ValueError, match="tale: 0 times in the text: 'no such words'"):
        story_of("tale", "Some words.", row)


def test_a_story_refuses_an_expectation_that_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="tale: unknown keys \\['nevre'\\]"):
        story_of("tale", "Some words.", {"nevre": []})


def test_the_judge_sees_harm_where_there_is_harm() -> None:
    row = {
        "statements": [{"words": "the bridge was", "speaker": None}],
        "never": [{"words": "the bridge was", "speaker": "Ruth Dale"}],
        "never_named": ["Dale"],
        "protected": ["Ruth Dale"],
        "no_links": [{"type": "HOLDS_ROLE", "source": "Ruth Dale", "target": "Ware Council"}],
    }
    text = "Ruth Dale, the chief executive of Ware Council, said that the bridge was unsafe."
    wrong = {one.check for one in judge(story_of("tale", text, row)) if not one.right}
    assert wrong == {
        *("never guessed", "never attributed", "never named", "protected", "never linked")
    }


def test_the_judge_is_content_where_all_is_well() -> None:
    row = {
        "statements": [
            {"words": "the bridge was", "speaker": "Ruth Dale", "form": "indirect"},
        ],
        "never": [{"words": "the bridge was", "speaker": "Ware Council"}],
        "people": ["Ruth Dale"],
        "bodies": ["Ware Council"],
        "links": [{"type": "HOLDS_ROLE", "source": "Ruth Dale", "target": "Ware Council"}],
    }
    text = "Ruth Dale, the chief executive of Ware Council, said that the bridge was unsafe."
    assert [one.line() for one in judge(story_of("tale", text, row)) if not one.right] == []
