import pytest

from tests.ingest.documents import names_in, told


def _people(text: str) -> dict[str, list[str]]:
    return told(text, "person")


def test_a_surname_a_given_name_and_a_titled_name_join_the_full_name() -> None:
    text = "Dame Ines Calder spoke first. Calder said no. Then Dame Ines left. Ms Calder wrote."
    assert _people(text) == {
        "Ines Calder": ["Dame Ines Calder", "Calder", "Dame Ines", "Ms Calder"]
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. O’Leary left.", "Mr O'Leary"),
        ("We met Zoë Ångström-Reid there.", "Zoë Ångström-Reid"),
        ("Sir Piers J. van der Meer left.", "Piers J van der Meer"),
        ("HHJ Orla Keane ruled.", "Orla Keane"),
        ("Detective Chief Inspector Bram Oduya-Hart said so.", "Bram Oduya-Hart"),
        ("We asked Imogen May again.", "Imogen May"),
    ],
)
def test_names_keep_their_hyphens_particles_initials_and_accents(text: str, name: str) -> None:
    assert list(_people(text)) == [name]


def test_a_surname_that_two_people_bear_means_neither() -> None:
    text = "Ruth Penn and Mark Penn came. Penn said no. Mr Penn said yes."
    assert _people(text) == {"Ruth Penn": ["Ruth Penn"], "Mark Penn": ["Mark Penn", "Mr Penn"]}


def test_a_role_before_or_after_makes_two_unknown_words_a_person() -> None:
    text = "The author Quill Marrow agreed. The chair, Oonagh Tresk, did not."
    assert set(_people(text)) == {"Quill Marrow", "Oonagh Tresk"}


def test_capitals_alone_make_nobody() -> None:
    text = "Dark Water rose. The Long Meadow flooded. Core Participants asked. Monday Night fell."
    assert _people(text) == {}


def test_a_title_case_headline_makes_nobody_but_still_names_the_known() -> None:
    text = "Grace Period Ends As Priya Raman Slams Quay Plan\nPriya Raman said it was late."
    assert _people(text) == {"Priya Raman": ["Priya Raman", "Priya Raman"]}


def test_a_surname_that_is_a_common_word_needs_a_verb_after_it() -> None:
    text = "Tim Wild came. It was a wild day. Wild weather came. Wild said no."
    assert _people(text) == {"Tim Wild": ["Tim Wild", "Wild"]}


def test_a_month_is_not_a_minister() -> None:
    text = "Imogen May said no. In May it rained. The May report came. Mrs May left."
    assert _people(text) == {"Imogen May": ["Imogen May", "Mrs May"]}


def test_turns_in_capitals_are_the_people_of_the_text() -> None:
    text = "MR ATHERTON: May I call Dame Ingrid Vale?\nDAME INGRID VALE: You may."
    assert _people(text) == {
        "Mr Atherton": ["MR ATHERTON"],
        "Ingrid Vale": ["Dame Ingrid Vale", "DAME INGRID VALE"],
    }


def test_a_person_inside_a_longer_name_is_not_mentioned() -> None:
    text = "The Ines Calder Foundation gave money."
    assert told(text) == {"Ines Calder Foundation": ["Ines Calder Foundation"]}


def test_the_same_name_with_the_same_body_has_one_id_in_two_documents() -> None:
    first = names_in("Chief Constable Ann Ward of Kent Police spoke.", document="doc-a")
    second = names_in("Ann Ward of Kent Police wrote again.", document="doc-b")
    person = {e.id for e in first.entities if e.type == "person"}
    assert person == {e.id for e in second.entities if e.type == "person"}


def test_the_same_name_without_a_body_has_an_id_in_each_document() -> None:
    ids = {
        entity.id
        for document in ("doc-a", "doc-b")
        for entity in names_in("Ann Ward spoke.", document=document).entities
    }
    assert len(ids) == 2
