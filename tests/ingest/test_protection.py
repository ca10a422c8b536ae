import pytest

from tests.ingest.documents import names_in

_NAME = "Jane Roe"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Jane Roe, 15, spoke. Roe said so.", "a child"),
        ("Jane Roe, 31, a former victim of the gang, spoke. Ms Roe wept.", "a victim"),
        ("Survivor Jane Roe spoke. Roe said so.", "a survivor"),
        ("The complainant, Jane Roe, spoke.", "a complainant"),
        ("Jane Roe, who was raped there, spoke.", "a person, not named"),
        ("16-year-old Jane Roe spoke.", "a child"),
        ("Survivor and campaigner Jane Roe spoke.", "a survivor"),
    ],
)
def test_a_named_person_whom_the_words_protect_leaves_no_name(text: str, phrase: str) -> None:
    names = names_in(text)
    [person] = [entity for entity in names.entities if entity.type == "person"]
    assert (person.name, person.aliases, person.anonymous, person.protected) == (
        phrase,
        (),
        True,
        True,
    )
    assert not [n for n in names.mentions if n.level == "name" and n.type == "person"]
    assert all("Roe" not in text[slice(*named.extent)] for named in names.mentions)


def test_every_stretch_that_names_the_protected_is_kept_for_masking() -> None:
    text = "Jane Roe, 15, spoke. Roe said so. Then Jane left."
    names = names_in(text)
    assert [text[slice(*n.extent)] for n in names.masked] == ["Jane Roe", "Roe", "Jane"]


def test_the_id_of_the_protected_does_not_derive_from_the_name() -> None:
    ids = {
        entity.id
        for text in ("Jane Roe, 15, spoke.", "Anna Fox, 15, spoke.")
        for entity in names_in(text).entities
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, a campaigner for victims of crime, spoke.",
        "Jane Roe, the Victims’ Commissioner, spoke.",
        "Jane Roe, 41, a teacher, spoke.",
        "Child protection adviser Jane Roe spoke.",
        "Victim support worker Jane Roe spoke.",
    ],
)
def test_who_works_for_victims_is_not_taken_for_one(text: str) -> None:
    assert [e.name for e in names_in(text).entities if e.type == "person"] == [_NAME]


def test_a_relative_with_the_same_surname_is_protected_too() -> None:
    text = (
        "Jane Roe, 15, spoke. Her mother, Ann Roe, wept. "
        "Chief Constable Tom Roe of Kent Police came."
    )
    people = [e for e in names_in(text).entities if e.type == "person"]
    assert {(p.name, p.protected) for p in people} == {
        ("a child", True),
        ("a relative of someone protected", True),
        ("Tom Roe", False),
    }


def test_a_body_that_bears_a_protected_surname_is_left_out() -> None:
    text = "Survivor Jane Roe spoke. She runs the Roe Foundation."
    assert [e.name for e in names_in(text).entities] == ["a survivor"]


def test_a_survivor_without_a_name_is_an_anonymous_protected_person() -> None:
    [person] = names_in("A survivor, who asked not to be named, said no.").entities
    assert (person.name, person.anonymous, person.protected) == ("a survivor", True, True)


def test_a_general_word_makes_no_person() -> None:
    text = "Every child matters. A victim support scheme began. No child was missed. Children left."
    assert names_in(text).entities == ()


def test_what_was_done_to_somebody_protects_them_whatever_they_are_called() -> None:
    [person] = names_in("A woman who was groomed as a child said no.").entities
    assert (person.name, person.protected) == ("a woman, not named", True)


def test_whoever_asked_not_to_be_named_is_protected_and_so_is_whoever_is_described_alike() -> None:
    text = "A furious mother spoke. “We knew nothing,” said the mother, who asked not to be named."
    found = names_in(text).entities
    assert {(person.name, person.protected) for person in found} == {("a mother", True)}


def test_a_confidential_source_is_protected() -> None:
    [person] = names_in("One of the 14 clerks, who asked not to be named, said no.").entities
    assert (person.anonymous, person.protected) == (True, True)
