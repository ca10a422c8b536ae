"""Where one speaker's words end and whose the next ones are."""

import pytest

from ingest.attribution import attributions
from ingest.reading import Reading
from ingest.zones import paragraphs


def said(text: str) -> list[tuple[str | None, list[str]]]:
    of = Reading(document="d", text=text, paragraphs=paragraphs(text))
    return [
        (one.source and of.words(one.source), [of.words(part) for part in one.parts])
        for one in attributions(of)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board said it was sorry; the mayor said “nothing has changed”.",
            [("The board", ["it was sorry"]), ("the mayor", ["“nothing has changed”"])],
        ),
        (
            "The board, who Ms Pell said had slept, met.",
            [],
        ),
        (
            "The board announced new rules and Ms Pell left, describing them as “a trap”.",
            [("Ms Pell", ["them as “a trap”"])],
        ),
        (
            (
                "The survey, which runs to 90 pages, criticises the board for “delay”, finds that"
                " it slept and rates it “poor”."
            ),
            [
                ("The survey, which runs to 90 pages", ["criticises the board for “delay”"]),
                ("The survey, which runs to 90 pages", ["it slept"]),
                ("The survey, which runs to 90 pages", ["rates it “poor”"]),
            ],
        ),
        (
            "The pier, the survey said, had lost its keepers.",
            [("the survey", ["The pier", "had lost its keepers"])],
        ),
        (
            "Keepers allege that the driver, 34, was asleep.",
            [("Keepers", ["the driver, 34, was asleep"])],
        ),
        (
            "Ms Pell said that boats “sank”, that nobody told her and that she would leave.",
            [
                ("Ms Pell", ["boats “sank”"]),
                ("Ms Pell", ["nobody told her"]),
                ("Ms Pell", ["she would leave"]),
            ],
        ),
        (
            "The mayor’s claim that boats sank is false, Ms Pell said.",
            [("Ms Pell", ["The mayor’s claim that boats sank is false"])],
        ),
        (
            "One keeper, who asked not to be named, said: “We were asleep.”",
            [("One keeper, who asked not to be named", ["We were asleep."])],
        ),
        (
            "Ms Pell is quoted as saying the pier is “dead”.",
            [("Ms Pell", ["the pier is “dead”"])],
        ),
        (
            "Ms Pell’s verdict on the pier was blunt: “It is done.”",
            [("Ms Pell", ["It is done."])],
        ),
        (
            "“Who slept?” asked the chair, Dame Ida Orme.",
            [("the chair, Dame Ida Orme", ["Who slept?"])],
        ),
        (
            "A survey of the pier in May 2031 found that it was “rotten”.",
            [("A survey of the pier in May 2031", ["it was “rotten”"])],
        ),
        (
            "Ms Pell thinks the board feared keepers and old pilots. She said it slept.",
            [("Ms Pell", ["the board feared keepers and old pilots"]), ("She", ["it slept"])],
        ),
        (
            "Based on years of notes, the papers explain, in dry detail, how boats were lost.",
            [("the papers", ["how boats were lost"])],
        ),
        (
            "Ms Pell described keepers being paid in rum, left at sea, and having boats burned.",
            [("Ms Pell", ["keepers being paid in rum, left at sea, and having boats burned"])],
        ),
        (
            "“It was late,” she said. The hall fell silent. “We left.”",
            [("she", ["It was late,"]), ("she", ["We left."])],
        ),
    ],
)
def test_each_claim_goes_to_its_own_speaker_and_ends_where_the_next_begins(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert said(text) == expected
