import pytest

from graph.hiding import kind_of_setting, settings
from graph.masking import joined, masked


def shown(name: str, text: str) -> str:
    return masked(text, joined(settings([name]).places(text, ()))).replace("▇", "x")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Fernhill Primary School", "school"),
        ("FERNHILL PRIMARY SCHOOL", "school"),
        ("Larch Lane Nursery", "nursery"),
        ("Elm House Children’s Home", "home"),
        ("Alder Street", "street"),
        ("TR1 4QX", "street"),
        ("Jane Roe", None),
        ("Schoolhouse", None),
    ],
)
def test_a_name_tells_the_kind_of_place_by_its_end(name: str, kind: str | None) -> None:
    assert kind_of_setting(name) == kind


@pytest.mark.parametrize(
    "form",
    [
        "Fernhill Primary School", "FERNHILL PRIMARY SCHOOL", "Fernhill\nPrimary School",
        "Fernhill Primary", "Fernhill", "Fernhill Academy", "#FernhillPrimary",
        "office@fernhill-primary-school", "fernhillprimary/news",
    ],
)  # fmt: skip
def test_a_school_is_hidden_in_the_forms_in_which_people_say_it(form: str) -> None:
    assert "ernhill" not in shown("Fernhill Primary School", f"They wrote of {form}.").lower()


def test_words_that_a_name_shares_with_others_hide_nothing() -> None:
    text = "The Primary School in Church Street and St Luke’s School are not St Anne’s School."
    assert shown("St Anne's Church of England Primary School", text) == text.replace(
        "St Anne’s School", "x" * 16
    )


def test_a_street_is_hidden_whole_alone() -> None:
    text = "The alder in Alder Street belongs to Alder Council."
    assert shown("Alder Street", text) == text.replace("Alder Street", "x" * 12)
