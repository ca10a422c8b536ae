import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import placed_id
from ingest.cases import find_cases
from tests.ingest.marked import place, read


def cases(marked: str) -> dict[str, list[str]]:
    """Return the names of the cases with the words that speak of each."""
    reading, names = read(marked)
    found = find_cases(reading, names.mentions).found
    return {
        entity.name: [reading.words(n.extent) for n in found.mentions if n.key == entity.id]
        for entity in found.entities
    }


def test_counted_victims_are_one_case_that_later_words_speak_of() -> None:
    assert cases(
        "We found nine potential victims. These case studies were read by two doctors.\n"
        "The victims mentioned there were few."
    ) == {"nine potential victims": ["nine potential victims", "case studies", "victims"]}


def test_some_of_the_victims_are_a_part_of_them() -> None:
    reading, names = read("Nine potential victims spoke. Two of the victims were moved.")
    found = find_cases(reading, names.mentions)
    whole, part = found.found.entities
    assert found.subsets == ((part.id, whole.id, place(reading, "Two of the victims")),)
    assert part.name == "two of the victims"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("A case study about a 15-year-old girl from [L Wexcombe].", "case study of a child"),
        ("A case study of a 44-year-old woman at Oakmere School.", "case study of an adult"),
        ("Six blind Oakmere School victims spoke.", "six victims"),
        ("Six of the [O Oakmere School] pupils were absent.", ""),
        ("They opened a three-year police investigation.", "three-year police investigation"),
        ("Five little girls who were abused wrote.", "five children"),
        ("More than 300 closed [L Wexcombe] cases were flagged.", "more than 300 closed cases"),
    ],
)
def test_the_name_of_a_case_holds_no_age_place_school_or_name(marked: str, name: str) -> None:
    assert "".join(cases(marked)) == name


def test_a_case_is_anonymous_protected_and_known_by_its_place_alone() -> None:
    reading, names = read("Case B was closed. Later Case B was opened again.")
    found = find_cases(reading, names.mentions).found
    (entity,) = found.entities
    assert entity.id == placed_id("case", reading.span(place(reading, "Case B")))
    assert (entity.name, entity.anonymous, entity.protected, entity.aliases) == (
        "Case B",
        True,
        True,
        (),
    )
    assert [reading.words(n.extent) for n in found.mentions] == ["Case B", "Case B"]


def test_people_who_are_only_counted_are_no_case() -> None:
    assert (
        cases(
            "Two children came to the fair. The victims of floods wrote. It needs three or more "
            "people. In two or three cases it rained. The investigation goes on."
        )
        == {}
    )


_LAWFUL = frozenset(
    [
        "victims",
        "girl",
        "girls",
        "child",
        "children",
        "case",
        "Case",
        "B",
        "three",
        "six",
        "of",
        "the",
    ]
)


@given(st.text(alphabet=st.sampled_from("aA1 .,’'()[]\n-\ue000\ue001égirl"), max_size=200))
def test_any_text_is_read_and_every_name_keeps_to_the_closed_list(text: str) -> None:
    reading, names = read(f"Six {text} victims {text} three of the victims {text} Case B")
    found = find_cases(reading, names.mentions).found
    said = {word for entity in found.entities for word in entity.name.split()}
    assert {word for word in said if not word.isdecimal()} <= _LAWFUL
    for named in found.mentions:
        assert 0 <= named.extent.start < named.extent.end <= len(reading.text)
