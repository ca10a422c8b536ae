"""Who passes on what others are said to have said: the author of a letter, submission or report."""

import pytest

from graph.archive import Source
from graph.model import Document, Entity, Genre, Statement
from ingest.extract import extract

_HEARSAY = "In 2019 Ivor Pike met Agnes Wetherby. He told her that “money was tight”."
_LETTER = (
    "Wexcombe Council\n\nDear Ms Roe\n\n{}\n\nYours sincerely\n\nOonagh Tresk\nChief Executive\n"
)


def _reported(text: str, genre: Genre | None = None) -> list[tuple[str, str | None]]:
    """Return the words of each statement with the name of who reports it, in order."""
    source = Source(
        sha256="0" * 64, name="a.txt", media_type="text/plain", reader="plain/1",
        retrieved="2025-01-01", genre=genre,
    )  # fmt: skip
    document = Document(
        id="doc-0", sha256="0" * 64, name="a.txt", media_type="text/plain",
        characters=len(text), title=None, url=None, publisher=None, published=None, licence=None,
    )  # fmt: skip
    records = extract(document, text, source)
    names = {record.id: record.name for record in records if isinstance(record, Entity)}
    return [
        (record.parts[0].quote, names[record.reported_by] if record.reported_by else None)
        for record in records
        if isinstance(record, Statement)
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Written evidence submitted by the Canal Board", "Canal Board"),
        ("Submission of the Canal Board to the Quay Inquiry", "Canal Board"),
        ("Response to the Quay Inquiry from the Canal Board", "Canal Board"),
        ("Further representations made on behalf of the Canal Board", "Canal Board"),
        ("Evidence given by the Canal Board was late", None),
        ("The Canal Board wrote to the Quay Inquiry", None),
    ],
)
def test_hearsay_in_a_submission_is_reported_by_the_body_that_submits_it(
    head: str, body: str | None
) -> None:
    assert _reported(f"{head}\n\n{_HEARSAY}\n", "other") == [("“money was tight”", body)]


def test_whoever_says_we_reports_what_others_say_and_not_what_they_say_themselves() -> None:
    text = f"Canal Board\n\n{_HEARSAY}\n\nWe accept that repairs were late.\n"
    assert _reported(text, "other") == [
        ("“money was tight”", "Canal Board"),
        ("We accept that repairs were late.", None),
    ]


def test_hearsay_in_a_letter_is_reported_by_who_signs_it() -> None:
    assert _reported(_LETTER.format(_HEARSAY)) == [("“money was tight”", "Oonagh Tresk")]


def test_what_stands_in_others_words_is_reported_by_them_and_they_by_the_author() -> None:
    said = "Agnes Wetherby said: “It was dear. Ivor Pike told me that money was tight.”"
    assert _reported(_LETTER.format(said)) == [
        ("It was dear. Ivor Pike told me that money was tight.", "Oonagh Tresk"),
        ("money was tight", "Agnes Wetherby"),
    ]


def test_hearsay_whose_speaker_is_not_clear_has_a_reporter_too() -> None:
    said = "Ivor Pike met Mark Penn. He told him that “money was tight”. Feld said it was late."
    assert _reported(_LETTER.format(said))[-1] == ("it was late", "Oonagh Tresk")


def test_what_a_body_says_in_its_own_document_nobody_else_reports() -> None:
    text = "Canal Board\n\nThe Canal Board said that it was late. We accept that.\n"
    assert _reported(text, "report")[0] == ("it was late", None)


@pytest.mark.parametrize("genre", ["news", "transcript"])
def test_the_story_of_a_paper_and_a_transcript_tell_no_reporter(genre: Genre) -> None:
    text = f"Canal Board\n\n{_HEARSAY}\n\nWe accept that repairs were late.\n"
    assert {who for _, who in _reported(text, genre)} == {None}


def test_where_two_say_we_or_i_nobody_is_taken_for_the_reporter() -> None:
    text = (
        "Canal Board\n\nReport of the Clerk, Oonagh Tresk\n\n"
        f"We accept the findings.\n\nI accept the findings.\n\n{_HEARSAY}\n"
    )
    assert _reported(text, "report")[-1] == ("“money was tight”", None)
