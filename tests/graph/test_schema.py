from pathlib import Path

from graph.schema import EDGES, NODES, STATE, lawful
from graph.schema_doc import schema_document

DOCUMENT = Path(__file__).parents[2] / "docs" / "schema.md"


def test_the_document_says_what_the_schema_says() -> None:
    assert DOCUMENT.read_text("utf-8") == schema_document(), (
        "run: python -m graph.schema_doc > docs/schema.md"
    )


def test_a_name_is_never_both_label_and_relationship_type() -> None:
    labels = {node.label.casefold() for node in (*NODES, STATE)} | {"entity"}
    assert labels.isdisjoint(edge.name.casefold() for edge in EDGES)


def test_every_pair_names_labels_of_the_schema() -> None:
    labels = {node.label for node in NODES}
    assert {label for edge in EDGES for pair in edge.pairs for label in pair} <= labels


def test_a_named_person_and_a_case_are_joined_by_an_assessment_alone() -> None:
    joining = {e.name for e in EDGES if e.allows("Person", "Case") or e.allows("Case", "Person")}
    assert joining == {"ASSESSED"}
    assert not lawful("person", "RESPONDED_TO", "case")
