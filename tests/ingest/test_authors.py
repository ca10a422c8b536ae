import pytest

from ingest.reading import Attribution, Extent
from ingest.speakers import speakers
from tests.ingest.documents import names_in, reading


def _who(text: str, source: str | None, words: str, rule: str) -> list[tuple[str, str]]:
    """Return who speaks, with the capacity; the source at its first place, the words at theirs."""
    names, at = names_in(text), text.index(words)
    start = text.index(source) if source is not None else 0
    said = Attribution(
        source=Extent(start, start + len(source)) if source is not None else None,
        inherited=False,
        cue=None,
        parts=(Extent(at, at + len(words)),),
        form="direct",
        rule=rule,
    )
    [drafts] = speakers(reading(text), names, (said,))
    return [(names.entity(draft.key).name, draft.capacity) for draft in drafts]


_REPORT = "Quay Inspectorate\n\nWe found that no ferry was safe.\n\nFit lamps.\n"
_LETTER = (
    "Wexcombe Council\n\nDear Ms Roe\n\nWe accept what you found. I am sorry.\n\n"
    "Yours sincerely\n\nOonagh Tresk\nChief Executive\n"
)


def test_we_in_a_report_is_the_body_that_heads_it() -> None:
    assert _who(_REPORT, "We", "no ferry", "own-voice") == [("Quay Inspectorate", "document")]


def test_advice_without_a_pronoun_is_the_issuers() -> None:
    found = _who(_REPORT, None, "Fit lamps", "own-recommendation")
    assert found == [("Quay Inspectorate", "document")]


@pytest.mark.parametrize("pronoun", ["We", "I"])
def test_i_and_we_in_a_letter_are_who_signs_it(pronoun: str) -> None:
    assert _who(_LETTER, pronoun, "accept", "own-voice") == [("Oonagh Tresk", "self")]


def test_a_coroner_who_says_who_they_are_is_i() -> None:
    text = "1. CORONER\nI am Oonagh Tresk, Area Coroner for Wexcombe.\nI think it was late."
    assert _who(text, "I", "it was late", "own-voice") == [("Oonagh Tresk", "self")]


def test_who_heads_a_council_paper_is_i() -> None:
    text = "Report of the Clerk, Oonagh Tresk\nI think it was late."
    assert _who(text, "I", "it was late", "own-voice") == [("Oonagh Tresk", "self")]


def test_whose_an_inquiry_is_called_is_i() -> None:
    text = "Sir Ivo Tresk’s Quay Inquiry met. In my view it was late."
    assert _who(text, "my", "it was late", "own-voice") == [("Ivo Tresk", "self")]


def test_we_in_a_report_is_the_only_body_that_reports() -> None:
    text = "Kent Police in 2020\n\nThe Quay Inspectorate came. We found fault.\n\nRecommendations\n"
    assert _who(text, "We", "fault", "own-voice") == [("Quay Inspectorate", "document")]


def test_we_in_an_answer_to_a_report_is_not_the_body_that_reports() -> None:
    text = "Kent Police met. The Quay Inspectorate came. We accept fault."
    assert _who(text, "We", "fault", "own-voice") == []


def test_we_in_a_story_with_a_byline_is_nobody() -> None:
    text = "Bay Courier\n\nBy Ann Ward\n\nWe found that it was late."
    assert _who(text, "We", "it was late", "own-voice") == []


def test_a_post_that_labels_a_turn_is_who_holds_it() -> None:
    text = "Present: Ann Ward (Chair); Ruth Penn\nChair: Welcome."
    label = text.rindex("Chair")
    names = names_in(text)
    said = Attribution(
        source=Extent(label, label + 5),
        inherited=False,
        cue=None,
        parts=(Extent(label + 7, len(text)),),
        form="direct",
        rule="turn",
    )
    [[draft]] = speakers(reading(text), names, (said,))
    assert names.entity(draft.key).name == "Ann Ward"


@pytest.mark.parametrize(
    ("text", "source", "capacity"),
    [
        (
            "Counsel for the Quay Trust, Idwal Penrose KC, said no.",
            "Idwal Penrose KC",
            "spokesperson",
        ),
        ("Counsel to the inquiry, Idwal Penrose KC, said no.", "Idwal Penrose KC", "self"),
    ],
)
def test_who_acts_for_a_body_speaks_for_it(text: str, source: str, capacity: str) -> None:
    assert _who(text, source, "no", "clause-after") == [("Idwal Penrose", capacity)]
