from ingest.names import Role
from ingest.relations import Draft, find_links
from tests.ingest.marked import lay_out, place, told

ANSWER = "I write in response to your report of 3 May 2021.\nYours sincerely,"
REPORT = "report of 3 May 2021"


def held(marked: str, person: str, body: str, role: str) -> list[Draft]:
    """Return the links of a text in which this person has this role beside the name."""
    ground, cases = lay_out(marked)
    keys = {entity.name: entity.id for entity in ground.entities.values()}
    roles = [Role(person=keys[person], body=keys[body], extent=place(ground.reading, role))]
    return list(find_links(ground, roles, cases.subsets))


def test_the_office_in_whose_name_somebody_signs_answers_too_and_that_is_inferred() -> None:
    marked = f"[O Dock Board]\n{ANSWER}\n[P Ann Roe]\nChair of the board"
    assert [
        (draft.rule, draft.inferred)
        for draft in held(marked, "Ann Roe", "Dock Board", "Chair of the board")
        if draft.type == "RESPONDED_TO"
    ] == [("letter", False), ("letter-of-an-office", True)]


def test_a_post_that_stands_elsewhere_in_a_letter_signs_for_no_office() -> None:
    marked = (
        f"[O Dock Board]\nI was once the Chair of the board.\nI wrote of it in my memoirs, which "
        "nobody read to the end, and of which many copies are still in the harbour store.\n"
        f"{ANSWER}\n[P Ann Roe]"
    )
    assert [
        draft.rule
        for draft in held(marked, "Ann Roe", "Dock Board", "Chair of the board")
        if draft.type == "RESPONDED_TO"
    ] == ["letter"]


def test_a_post_under_a_signature_is_in_the_body_at_the_head_of_the_letter() -> None:
    assert told(f"[O Dock Board]\n{ANSWER}\n[P Ann Roe]\nChief Executive") == {
        ("HOLDS_ROLE", "Ann Roe", "Dock Board"),
        ("RESPONDED_TO", "Ann Roe", REPORT),
        ("RESPONDED_TO", "Dock Board", REPORT),
    }


def test_a_letter_may_say_in_its_heading_what_it_answers() -> None:
    marked = "[O Dock Board]\nResponse to your report of 3 May 2021\nYours faithfully,\n[P Ann Roe]"
    assert told(marked) == {("RESPONDED_TO", "Ann Roe", REPORT)}


def test_a_note_of_a_report_answers_nothing() -> None:
    assert (
        told("The [O Pier Panel] noted the [O Tide]’s 2019 report.", only="RESPONDED_TO") == set()
    )


def test_the_body_at_the_head_of_a_letter_is_never_the_one_it_is_addressed_to() -> None:
    signed = "Yours faithfully,\n[P Ann Roe]\nChief Constable"
    link = ("HOLDS_ROLE", "Ann Roe", "Wexcombe Police")
    assert told(f"Office of the Chief Constable\n[O Wexcombe Police]\n{signed}") == {link}
    office = "[O Office of the Chief Constable]"
    assert told(f"{office}\n[O Wexcombe Police]\n{signed}") == {link}
    assert told(f"Wexcombe House\nTo [O Wexcombe Police]\n{signed}") == set()
