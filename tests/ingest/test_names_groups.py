import pytest

from tests.ingest.documents import names_in, told


def _anonymous(text: str) -> list[tuple[str, bool]]:
    return [(e.name, e.protected) for e in names_in(text).entities if e.type == "person"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Residents and traders in Wexcombe say no.",
            {"residents": ["Residents"], "traders": ["traders"]},
        ),
        ("Night staff, asked about this, said no.", {"staff": ["Night staff"]}),
        ("The mother, who asked not to be named, said no.", {"a mother": ["mother"]}),
        (
            "A mum whose son left said no. The mother wept, said the mother.",
            {"a mother": ["mum", "mother"]},
        ),
        ("The fourth call handler told her no.", {"a handler": ["fourth call handler"]}),
        ("The officer said no.", {}),
        ("The guests told us no.", {}),
    ],
)
def test_people_without_names_who_speak(text: str, people: dict[str, list[str]]) -> None:
    assert told(text, "person") == people


def test_one_of_several_children_is_protected() -> None:
    text = "Boys told us they were afraid. One said: “No.”"
    assert sorted(_anonymous(text)) == [("children", True), ("one of them", True)]


def test_a_girl_of_a_stated_age_leaves_no_name() -> None:
    names = names_in("A girl of 15, Quenby Tresk, was raped there.")
    assert [e.name for e in names.entities if e.type == "person"] == ["a child"]
    assert [e.protected for e in names.entities if e.type == "person"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A survivor named Quenby Tresk wept.",
        "Quenby Tresk, who has waived her anonymity, was raped there.",
        "Baby Quenby Tresk died.",
        "Schoolgirl Quenby Tresk wept.",
    ],
)
def test_whom_words_beside_the_name_protect_leaves_no_name(text: str) -> None:
    names = names_in(text)
    assert [text[slice(*named.extent)] for named in names.masked] == ["Quenby Tresk"]
    assert all("Tresk" not in entity.name for entity in names.entities)


def test_a_double_given_name_is_hidden_whole() -> None:
    text = "Another survivor, Quenby-Anne Tresk, 19, left."
    [masked] = names_in(text).masked
    assert text[slice(*masked.extent)] == "Quenby-Anne Tresk"
