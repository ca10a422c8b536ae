"""The questions that audit a graph, on one that is broken by hand."""

import pytest

from graph.questions import find_question, run_question
from graph.stores.store import EdgeRow, NodeRow, Store

_PLACE, _SHORT, _LOST = "doc-a#char=0,13", "doc-a#char=14,40", "doc-gone#char=0,5"


def _statement(id_: str, quote: str, **more: object) -> NodeRow:
    properties = {"quote": quote, "types": ["assertion"], "document": "doc-a", "review": "proposed"}
    return NodeRow(label="Statement", id=id_, properties={**properties, **more})


def _passage(id_: str, document: str, end: int, quote: str) -> NodeRow:
    start = int(id_.partition("char=")[2].partition(",")[0])
    properties = {"document": document, "start": start, "end": end, "quote": quote}
    return NodeRow(label="Passage", id=id_, properties=properties)


def _edge(type_: str, source: tuple[str, str], target: tuple[str, str], **more: object) -> EdgeRow:
    id_ = f"{type_}-{source[1]}-{target[1]}"
    return EdgeRow(type=type_, id=id_, source=source, target=target, properties=more)


@pytest.fixture
def broken(store: Store) -> Store:
    """Two statements of which one lost its outer one, and a link and passages that lost words."""
    document = {"name": "Harbour wall", "file": "wall.txt", "withheld": 2, "masked": [50, 60]}
    link = {"method": "rules/inspected", "review": "proposed", "passages": []}
    store.put_nodes(
        [
            NodeRow(label="Document", id="doc-a", properties=document),
            _passage(_PLACE, "doc-a", 13, "It was unsafe"),
            _passage(_SHORT, "doc-a", 40, "too short"),
            _passage(_LOST, "doc-gone", 5, "words"),
            _statement("st-1", "It was unsafe", outer="st-0"),
            _statement("st-2", "nowhere", date="2025"),
            _statement("st-3", "words lost", date="2025"),
            NodeRow(label="Organisation", id="org-a", properties={"name": "Harbour Board"}),
            NodeRow(label="Report", id="report-a", properties={"name": "Report on the wall"}),
        ]
    )
    store.put_edges(
        [
            _edge("STATED_IN", ("Statement", "st-1"), ("Passage", _PLACE), position=1),
            _edge("STATED_IN", ("Statement", "st-3"), ("Passage", _LOST), position=1),
            _edge("PART_OF_TEXT", ("Passage", _PLACE), ("Document", "doc-a")),
            _edge("PART_OF_TEXT", ("Passage", _SHORT), ("Document", "doc-a")),
            _edge("INSPECTED", ("Report", "report-a"), ("Organisation", "org-a"), **link),
        ]
    )
    return store


def rows(store: Store, name: str) -> tuple[tuple[object, ...], ...]:
    return run_question(store, find_question(name), {}).rows


def test_a_nested_statement_that_lost_its_outer_speaker_is_named(broken: Store) -> None:
    expected = (("It was unsafe", "st-0", [], "Harbour wall", [_PLACE], "st-1"),)
    assert rows(broken, "checks/nested_without_outer") == expected


def test_what_rests_on_no_words_is_named_with_what_is_missing(broken: Store) -> None:
    assert rows(broken, "checks/without_words") == (
        ("INSPECTED", "no passage of a document", "INSPECTED-report-a-org-a"),
        ("passage", "its document", _LOST),
        ("passage", "words of its span", _SHORT),
        ("statement", "no passage of a document", "st-2"),
        ("statement", "no passage of a document", "st-3"),
    )


def test_a_document_says_how_much_of_it_is_withheld(broken: Store) -> None:
    expected = (("Harbour wall", None, None, 2, 1, 1, "doc-a"),)
    assert rows(broken, "checks/withheld_statements") == expected


def test_a_document_without_a_date_is_named_with_its_undated_statements(broken: Store) -> None:
    expected = (("Harbour wall", "wall.txt", None, None, 1, 1, "doc-a"),)
    assert rows(broken, "checks/documents_without_a_date") == expected
