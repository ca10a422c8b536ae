import pytest

from tests.ingest.documents import names_in, told


def test_the_longest_name_wins_and_nothing_overlaps() -> None:
    text = "The Mayor’s Office for Policing and Crime met the Police Service of Northern Ireland."
    assert told(text) == {
        "Mayor's Office for Policing and Crime": ["Mayor’s Office for Policing and Crime"],
        "Police Service of Northern Ireland": ["Police Service of Northern Ireland"],
    }


def test_a_context_name_means_a_body_only_where_a_strong_name_anchors_it() -> None:
    assert told("The Met said no.") == {}
    assert told("The Metropolitan Police met. The Met’s answer was no.") == {
        "Metropolitan Police Service": ["Metropolitan Police", "Met"]
    }


def test_a_context_name_that_opens_a_sentence_as_a_verb_is_no_body() -> None:
    assert told("Met Police came. Met with silence, they left.") == {
        "Metropolitan Police Service": ["Met Police"]
    }


@pytest.mark.parametrize(
    "name",
    [
        "Wexshire Police",
        "Wexcombe Borough Council",
        "University of Westmarch",
        "Northmoor Hospitals NHS Foundation Trust",
        "Ministry of Canals",
        "Independent Inquiry into Harbour Safety",
        "Wexcombe Safeguarding and Welfare Board Limited",
        "HMP Longmere",
    ],
)
def test_bodies_in_no_table_are_known_by_the_shape_of_their_names(name: str) -> None:
    assert told(f"It was {name} that wrote.") == {name: [name]}


def test_an_acronym_in_brackets_is_a_name_of_the_body_in_that_document() -> None:
    text = "The Wexcombe Harbour Authority (WHA) wrote. The WHA said no. WHA staff agreed."
    assert told(text) == {
        "Wexcombe Harbour Authority": ["Wexcombe Harbour Authority", "WHA", "WHA", "WHA"]
    }


def test_the_force_is_the_one_named_last_before_it() -> None:
    text = "Kent Police met. The force agreed. Then Essex Police met. The force did not."
    assert told(text) == {
        "Kent Police": ["Kent Police", "force"],
        "Essex Police": ["Essex Police", "force"],
    }


def test_a_council_named_only_later_is_not_the_council_of_before() -> None:
    text = "The local council denied it. Then the council wrote. Wexcombe Council was asked."
    assert told(text) == {"Wexcombe Council": ["Wexcombe Council"]}


def test_laws_operations_and_places_are_told_apart() -> None:
    text = (
        "In Rochdale, Operation Larkspur used the Harbour (Safety) Act 1997, "
        "the Quay Regulations 2013 and FOI laws. The Reading Room in Reading was shut."
    )
    entities = names_in(text).entities
    assert {(entity.type, entity.name) for entity in entities} == {
        ("place", "Rochdale"),
        ("operation", "Operation Larkspur"),
        ("law", "Harbour (Safety) Act 1997"),
        ("law", "Quay Regulations 2013"),
        ("law", "Freedom of Information Act 2000"),
        ("place", "Reading"),
    }


def test_a_newspaper_is_not_read_into_an_adjective_after_the() -> None:
    assert told("The Independent Reviewer wrote to the Guardian.") == {
        "The Guardian": ["the Guardian"]
    }
