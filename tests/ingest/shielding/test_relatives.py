"""A relative's name tells whose relative he is: general words stand for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.masking import masked
from graph.model import Document, Entity, Statement
from graph.records import encode_lines
from tests.ingest.test_hiding import records


def people(text: str) -> set[str]:
    return {r.name for r in records(text) if isinstance(r, Entity) and r.type == "person"}


def shown(text: str) -> str:
    [document, *_] = records(text)
    assert isinstance(document, Document)
    return masked(text, document.masked)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Victim Aidan Pell was 15. Jonas Orr, father of Aidan, spoke.", "Orr"),
        ("Jonas Orr, 44, the father of the victim, spoke.", "Orr"),
        ("The victim’s mother, Ann Orr, spoke.", "Orr"),
        ("Lily Moss, 11, spoke. Her mother, Ann Orr, wept.", "Orr"),
        ("Mother of Tom Reed, 6, Ann Orr, spoke.", "Orr"),
        ("Survivor Jane Roe, 31, and her husband, Piers Orr, spoke.", "Orr"),
        ("Ann Orr, whose daughter was raped, spoke.", "Orr"),
        ("Ann Orr, mother of a girl who was groomed, spoke.", "Orr"),
        ("Ann Orr and her son, Tom Reed, 6, spoke.", "Orr"),
        ("The victim’s aunt and uncle, Pat and Rob Orr, spoke.", "Orr"),
        ("A child, 8, went to foster carers Jo and Ann Orr.", "Orr"),
        ("Child A was unseen. Child A's grandmother, Ann Orr, spoke.", "Orr"),
        ("Lily Moss, 11, spoke. Her mother, Ann Orr, and her husband, Rob Tew, wept.", "Tew"),
        ("Mr Orr’s son Dylan, 10, left. Gareth Orr is a plumber.", "Orr"),
        ("Kelly Orr told the inquest that her son Jayden, 16, was bullied.", "Orr"),
        ("The coroner told Kelly Orr that her son Jayden, 16, was bullied.", "Orr"),
        ("Poppy Ames, 8, died. Her parents, Luke and Hannah Orr, wept.", "Luke"),
        ("The boy, 13, spoke. His coach, Len Orr, said he was good.", "Orr"),
    ],
)  # fmt: skip
def test_a_relative_of_somebody_protected_is_not_named(text: str, hidden: str) -> None:
    assert hidden not in shown(text)
    assert hidden not in encode_lines(records(text)).decode()


def test_a_relative_who_speaks_is_known_by_the_words_for_one_whatever_his_post() -> None:
    text = (
        "Victim Aidan Pell was 15. Jonas Pell, father of Aidan and chair of the Bay Charity, said "
        "nobody had listened.\n"
    )
    found = records(text)
    [said] = [r for r in found if isinstance(r, Statement)]
    speaker = next(r for r in found if r.id == said.speakers[0].entity)
    assert isinstance(speaker, Entity)
    assert (speaker.name, speaker.protected) == ("the father of a victim", True)


def test_whose_father_a_victims_father_is_is_the_victim() -> None:
    text = "Father of victim speaks\n\nJonas Pell, father of Aidan, spoke. Aidan was quiet.\n"
    assert shown(text).count("▇") == len("Jonas Pell" + "Aidan" * 2)
    assert people(text) == {"the father of a victim"}
    named = text.replace("father of Aidan,", "father of Aidan Shaw, 30,")
    assert people(named) == {"the father of a victim", "a victim"}


def test_a_sister_of_a_victim_makes_no_victim_of_whose_daughter_another_is() -> None:
    text = "Sister of victim speaks\n\nAnn Moss, daughter of Sir Tom Hale, chaired the meeting.\n"
    assert "Ann Moss" in people(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ruth Hale, mother of Dan Hale, 28, said the coroner’s report was fair.", "Ruth Hale"),
        ("Ruth Hale, whose son died, campaigns. The report named Mark Hale, 34.", "Ruth Hale"),
        ("Tom Marsh and his wife Ann Marsh met the victim.", "Ann Marsh"),
        ("Alan Reid told Kelly Orr that her son Jayden, 16, was bullied.", "Alan Reid"),
        ("Ann Moss said her son Tom, 34, works there. The victim wept.", "Ann Moss"),
        ("Ann Moss, the mother of three, met the victim.", "Ann Moss"),
        ("Ann Moss, a campaigner for mothers of victims, spoke.", "Ann Moss"),
    ],
)  # fmt: skip
def test_a_relative_of_somebody_who_may_be_named_stays(text: str, kept: str) -> None:
    assert kept in people(text)


_PIECES = (
    "Survivor Jane Roe", "Lily Moss, 9,", "The girl, 9,", "her mother,", "Ann Orwell", "his father",
    "father of", "goes to", "Quillon Primary School", "Quillon Primary", "QUILLON", "lives at",
    "4 Vexley Street", "Vexley Street", "his headteacher at", "Una Wexcombe", "said", "told",
    "that",
    "“", "”", ",", ".", "\n", "\n\n", "Kent Police", "the report", "replied to", "she", "whose",
)  # fmt: skip


@settings(deadline=None)  # the first example reads the tables
@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_whatever_is_written_around_them_no_record_holds_what_tells_who_a_child_is(
    pieces: list[str],
) -> None:
    tie = (
        "Lily Moss, 9, goes to Quillon Primary School. She lives at 4 Vexley Street. Her mother, "
        "Ann Orwell, spoke. Una Wexcombe, headteacher of Quillon Primary School, spoke."
    )
    text = f"{tie}\n\n{' '.join(pieces)}"
    found = records(text)
    [document, *_] = found
    assert isinstance(document, Document)
    told = (encode_lines(found).decode() + masked(text, document.masked)).casefold()
    public = "report" in text
    words = ("moss", "orwell") if public else ("moss", "orwell", "vexley", "quillon", "wexcombe")
    assert [word for word in words if word in told] == []
