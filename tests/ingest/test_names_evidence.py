from importlib.resources import files

import pytest
import yaml

from tests.ingest.documents import names_in, told


def _people(text: str) -> list[str]:
    return list(told(text, "person"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Oyindamola Tresk\nThe quay closed.", "Oyindamola Tresk"),
        ("Ysolde Marrow\nHealth correspondent\nThe quay closed.", "Ysolde Marrow"),
        ("It was late, said Ndidi Quillan.", "Ndidi Quillan"),
        ("Ndidi Quillan said it was late.", "Ndidi Quillan"),
        ("Ysolde Marrow, a cook at the mill, said no.", "Ysolde Marrow"),
        ("Ysolde Marrow, 34, left.", "Ysolde Marrow"),
        ("Ysolde Marrow KC left.", "Ysolde Marrow"),
        ("We met Ottokar Vaughan-Brell there.", "Ottokar Vaughan-Brell"),
        ("The minister for ferries, Ysolde Marrow, left.", "Ysolde Marrow"),
        ("Report of the Clerk, Ysolde Marrow\nThe quay closed.", "Ysolde Marrow"),
        ("Please contact Ysolde Marrow on 1234.", "Ysolde Marrow"),
        ("My predecessor, Ysolde Marrow, has asked.", "Ysolde Marrow"),
        ("Nora, 20, who grew up there, left.", "Nora"),
    ],
)
def test_what_stands_beside_an_unknown_name_proves_a_person(text: str, name: str) -> None:
    assert _people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Saltmere Water said no.",
        "Tolland Quay Alliance said no.",
        "TOLLAND QUAY said no.",
        "London Bridge said no.",
        "Universal Credit said no.",
        "The Saltmere Tribune said no.",
    ],
)
def test_a_body_or_a_place_that_speaks_is_nobody(text: str) -> None:
    assert _people(text) == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Coastal Inspectorate of Ferries said no.",
            "Coastal Inspectorate of Ferries",
            ["Coastal Inspectorate of Ferries"],
        ),
        ("The Quay Standards Board met.", "Quay Standards Board", ["Quay Standards Board"]),
        ("The Rowers' Alliance met.", "Rowers' Alliance", ["Rowers' Alliance"]),
        (
            "The contractor, Tolland Bridgeworks, said no. Tolland Bridgeworks left.",
            "Tolland Bridgeworks",
            ["Tolland Bridgeworks", "Tolland Bridgeworks"],
        ),
        ("Oar & Rope, a sailing charity, said no.", "Oar & Rope", ["Oar & Rope"]),
        ("Saltmere Water said no.", "Saltmere Water", ["Saltmere Water"]),
        (
            "Corvel Justice Services said no. Corvel left.",
            "Corvel Justice Services",
            ["Corvel Justice Services", "Corvel"],
        ),
        (
            "Sir Ivo Jones’ Quay Inquiry met.",
            "Quay Inquiry",
            ["Quay Inquiry"],
        ),
    ],
)
def test_what_stands_beside_a_name_or_ends_it_proves_a_body(
    text: str, name: str, words: list[str]
) -> None:
    assert told(text, "organisation") == {name: words}


def test_a_review_in_the_style_of_a_body_is_not_the_bodys() -> None:
    assert told("The Ofsted-style review came.", "organisation") == {}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Quay Standards Board met. Its chair, Dame Ines Calder, left.",
            "Quay Standards Board",
        ),
        ("We asked the Quay Board, whose chair, Ines Calder, left.", "Quay Board"),
        (
            "The Ministry for Ferries met. The Minister for Ferries, Ines Calder, left.",
            "Ministry for Ferries",
        ),
        ("Witnesses: Ines Calder, Chair, Quay Board; others", "Quay Board"),
        ("Quay Board\n\nWe met.\n\nYours sincerely\n\nInes Calder\nChair\n", "Quay Board"),
        ("Wexcombe Council met. Ines Calder, Cabinet Member for Quays, left.", "Wexcombe Council"),
    ],
)
def test_a_role_without_a_body_belongs_to_the_one_that_owns_it(text: str, body: str) -> None:
    names = names_in(text)
    [role] = [role for role in names.roles if role.body is not None]
    assert names.entity(role.body or "").name == body


def test_the_order_of_roles_does_not_change_who_somebody_is() -> None:
    kent, board = "Chief Constable Ann Ward of Kent Police", "Ann Ward, a member of the Quay Board,"
    ids = {
        entity.id
        for text in (f"{kent} spoke. {board} left.", f"{board} left. {kent} spoke.")
        for entity in names_in(text, document=text[:8]).entities
        if entity.type == "person"
    }
    assert len(ids) == 1


def test_no_given_name_settles_two_pronouns() -> None:
    table = yaml.safe_load(files("ingest.names").joinpath("given_names.yaml").read_text("utf-8"))
    names = [name for row in table.values() for name in set(row.split())]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_a_seat_before_its_member_is_nobody() -> None:
    assert _people("Saltmere Quay MP Kit Vance said no.") == ["Kit Vance"]


def test_two_bodies_joined_by_and_are_two() -> None:
    text = "Saltmere Constabulary and Saltmere Fire and Rescue Service met."
    assert set(told(text, "organisation")) == {
        "Saltmere Constabulary",
        "Saltmere Fire and Rescue Service",
    }
