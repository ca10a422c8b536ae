"""Where somebody protected can be found is masked like a name; public actors stay."""

import pytest

from graph.masking import BLOCK, masked
from graph.model import Document, Entity, Link, Statement
from graph.records import encode_lines
from tests.ingest.test_hiding import records


def shown(text: str) -> str:
    """Return the text with a block for each masked stretch."""
    [document, *_] = records(text)
    assert isinstance(document, Document)
    return masked(text, document.masked)


def names(text: str, type_: str = "organisation") -> set[str]:
    return {r.name for r in records(text) if isinstance(r, Entity) and r.type == type_}


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ivo Brand, 9, still goes to Fernhill Primary School.", "Fernhill Primary School"),
        ("Staff at St Anne’s School raised concerns about Ivo Brand, 9.", "St Anne’s School"),
        ("Bourne Academy pupil Ivo Brand, 14, was hurt.", "Bourne Academy"),
        ("A girl, 4, was taken from Larch Lane Nursery.", "Larch Lane Nursery"),
        ("Her son Jayden, 16, was bullied at Bourne Academy.", "Bourne Academy"),
        ("A 14-year-old pupil at Bourne Academy was hurt.", "Bourne Academy"),
        ("The Bourne pupil, who cannot be named for legal reasons, left Bourne Academy.", "Bourne"),
        ("The victim worked part-time at the Old Anchor Inn.", "Old Anchor Inn"),
        ("A child, 8, left Elm House Children’s Home in May.", "Elm House Children’s Home"),
        ("The review said Child A, a pupil at Bourne Academy, was unseen.", "Bourne Academy"),
        ("A pupil of Bourne Academy was raped. The girl left Bourne Academy.", "Bourne Academy"),
        ("IVO BRAND, 9, GOES TO BOURNE ACADEMY\n\nIvo Brand, 9, spoke.", "BOURNE ACADEMY"),
        ("Survivor Jane Roe, 31, lives at 12 Alder Street, Tarrow.", "12 Alder Street"),
        ("The victim lives near the sea. Her home is at TR1 4QX.", "TR1 4QX"),
        ("Victim Jane Roe, 31, works at Tillery Bakery.", "Tillery Bakery"),
        ("Survivor Jane Roe, 31, is employed by Tillery Ltd.", "Tillery Ltd"),
        ("Ivo Brand, 12, plays for Tarrow Rovers FC.", "Tarrow Rovers FC"),
        ("Ivo Brand, 12, spoke. He worships at Tarrow Chapel.", "Tarrow Chapel"),
    ],
)  # fmt: skip
def test_a_place_tied_to_somebody_protected_is_masked_and_no_record_holds_it(
    text: str, hidden: str
) -> None:
    assert hidden not in shown(text)
    assert hidden not in encode_lines(records(text)).decode()


def test_what_is_tied_once_is_masked_everywhere_and_in_title_file_and_address() -> None:
    text = (
        "Ivo Brand, 9, goes to Fernhill Primary School. He is well.\n\n"
        "Fernhill Primary is small. Kent Police said that Fernhill was quiet.\n"
    )
    found = records(
        text, name="fernhill.txt", title="At Fernhill", url="https://a.example/fernhill-primary"
    )
    [document, *_] = found
    assert isinstance(document, Document)
    assert "fernhill" not in encode_lines(found).decode().casefold()
    assert masked(text, document.masked) == (
        text.replace("Ivo Brand", BLOCK * 9)
        .replace("Fernhill Primary School", BLOCK * 23)
        .replace("Fernhill Primary", BLOCK * 16)
        .replace("Fernhill", BLOCK * 8)
    )


def test_a_statement_whose_words_hold_the_place_is_withheld_and_counted() -> None:
    text = "Tom Marsh said that Ivo Brand, 9, was well. Tom Marsh said Bourne Academy was shut.\n"
    tied = f"{text}Ivo went to Bourne Academy.\n"
    counts = [records(one)[0] for one in (text, tied)]
    assert [one.withheld for one in counts if isinstance(one, Document)] == [1, 2]


def test_a_hidden_school_is_a_school_and_its_staff_are_named_by_their_post_alone() -> None:
    text = (
        "Ivo Brand, 9, spoke. His headteacher at Fernhill Primary School, Ana Roe, said the boy "
        "was brave. Fernhill Primary School said the road was busy.\n"
    )
    found = records(text)
    entities = {r.id: r.name for r in found if isinstance(r, Entity)}
    said = {
        entities[speaker.entity]: statement.parts[0].quote
        for statement in found if isinstance(statement, Statement)
        for speaker in statement.speakers
    }  # fmt: skip
    assert set(entities.values()) == {"a child", "a school", "the teacher of a child"}
    assert said == {
        "the teacher of a child": "the boy was brave", "a school": "the road was busy",
    }  # fmt: skip
    assert not [r for r in found if isinstance(r, Link) and r.type == "HOLDS_ROLE"]
    assert "Ana" not in shown(text)


def test_whoever_runs_a_hidden_place_is_not_named() -> None:
    text = (
        "Ivo Brand, 7, goes to Pell Dance School. Cora Finch, who runs Pell Dance School, wept.\n"
    )
    assert names(text, "person") == {"a child", "a member of staff"}
    assert "Finch" not in shown(text)


@pytest.mark.parametrize(
    "public",
    [
        "Alder Grove School replied to the report.",
        "Ofsted inspected Alder Grove School in 2021.",
        "The report was sent to Alder Grove School.",
    ],
)
def test_a_school_that_a_report_speaks_of_stays_and_who_went_there_is_masked(public: str) -> None:
    tie = "Ivo Brand, 11, was a pupil at Alder Grove School."
    text = f"The coroner wrote a report. {public} {tie}\n"
    assert "Alder Grove School" in names(text)
    assert public in shown(text)
    assert "Alder" not in shown(text).partition(public)[2]


def test_a_school_that_merely_speaks_is_no_public_actor() -> None:
    text = "Ivo Brand, 11, goes to Alder Grove School. Alder Grove School said it was sorry.\n"
    assert names(text) == {"a school"}


def test_a_school_that_answers_where_it_is_tied_alone_does_not_stay() -> None:
    text = "Alder Grove School, which Ivo Brand, 11, left, replied to the report.\n"
    assert "Alder" not in encode_lines(records(text)).decode()


def test_where_a_source_works_is_masked_there_alone() -> None:
    text = "A nurse at Bay Hospital, who asked not to be named, wept. Bay Hospital said no.\n"
    assert shown(text) == text.replace("Bay Hospital", BLOCK * 12, 1)
    assert names(text) == {"Bay Hospital"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Minister Ann Moss visited Bourne Academy. A survivor spoke later.", "Bourne Academy"),
        ("Schools such as Bourne Academy publish the child protection policy.", "Bourne Academy"),
        ("Ann Moss, who works for Bay Security Ltd, met the victim.", "Bay Security Ltd"),
        ("Five survivors spoke of abuse at Tarrow Lodge School.", "Tarrow Lodge School"),
        ("The victim went to Kent Police.", "Kent Police"),
        ("The girl, 9, lives in Leeds.", "Leeds"),
        ("The girl, 9, met Bea Holt, of Wexcombe Council.", "Wexcombe Council"),
        ("Mark Hale, 41, worked at Tillery Bakery and lived in Alder Street.", "Alder Street"),
        ("Every child at Bourne Academy gets a meal.", "Bourne Academy"),
    ],
)  # fmt: skip
def test_what_ties_nobody_protected_stays(text: str, kept: str) -> None:
    assert kept in shown(text)


def test_no_id_of_a_hidden_place_derives_from_its_name() -> None:
    ids = {
        entity.id
        for school in ("Fernhill School", "Rushmere School")
        for entity in records(f"Ivo Brand, 9, goes to {school}.\n")
        if isinstance(entity, Entity) and entity.type == "organisation"
    }
    assert len(ids) == 1
