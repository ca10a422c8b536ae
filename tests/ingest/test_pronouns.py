import re

import pytest

from ingest.reading import Attribution, Extent
from ingest.speakers import speakers
from tests.ingest.documents import names_in, reading


def _who(text: str, *said: tuple[str, str]) -> list[list[str]]:
    """Return by name who speaks, for pairs of a source (its last place) and its words."""
    names = names_in(text)
    attributed = [
        Attribution(
            source=Extent(*_last(text, source)),
            inherited=False,
            cue=None,
            parts=(Extent(*_last(text, words)),),
            form="indirect",
            rule="clause-after",
        )
        for source, words in said
    ]
    found = speakers(reading(text), names, attributed)
    return [[names.entity(draft.key).name for draft in drafts] for drafts in found]


def _last(text: str, words: str) -> tuple[int, int]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}", text)][-1]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Mrs Ann Ward and her neighbour Mrs Ruth Penn came. She said no", "She"),
        ("The cook Quill Brell and the driver, Mark Penn, came. He said no", "He"),
        ("Ms Ward's predecessor, Mark Penn, and her deputy, Ivo Roe, came. He said no", "He"),
        ("Mark Penn came. He and Sir Ivo Roe met us. He said no", "He"),
        ("Ann Ward came. The caretaker wept. She said no", "She"),
        ("Kent Police came. The panel met. It said no", "It"),
        ("Kent Police came. The review found fault. It said no", "It"),
        ("Ann Ward of Kent Police wept. It said no", "It"),
        ("The report criticised Kent Police. It said no", "It"),
    ],
)
def test_in_doubt_a_pronoun_means_nobody(text: str, pronoun: str) -> None:
    assert _who(text, (pronoun, "no")) == [[]]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ann Ward told Ruth Penn so. She said no", "She", "Ann Ward"),
        ("Ann Ward came. She wept. She said no", "She", "Ann Ward"),
        ("Ann Ward and Mark Penn came. He said no", "He", "Mark Penn"),
        ("The Bay councillor Ann Ward met the vicar Ruth Penn. She said no", "She", "Ann Ward"),
        ("Kent Police criticised Quay Council. It said no", "It", "Kent Police"),
        ("On Monday, Kent Police criticised Quay Council. It said no", "It", "Kent Police"),
    ],
)
def test_a_pronoun_means_the_subject_of_the_sentence_before(
    text: str, pronoun: str, name: str
) -> None:
    assert _who(text, (pronoun, "no")) == [[name]]


def test_it_goes_back_to_the_report_that_spoke_before() -> None:
    text = "The review, by the retired judge Ann Ward, found fault in Kent Police. It found more"
    source = "The review, by the retired judge Ann Ward"
    assert _who(text, (source, "fault"), ("It", "more")) == [["Ann Ward"], ["Ann Ward"]]


def test_it_is_nobody_after_a_report_that_nobody_is_known_to_have_made() -> None:
    text = "The study found fault in Kent Police. It found more"
    assert _who(text, ("The study", "fault"), ("It", "more")) == [[], []]


def test_inspectors_from_a_body_speak_for_it() -> None:
    text = "Inspectors from the Quay Board found fault"
    assert _who(text, ("Inspectors from the Quay Board", "fault")) == [["Quay Board"]]
