"""What counts as a body's answer to a report, and what is declined, on an invented harbour."""

from collections.abc import Iterator

import pytest

from graph.archive import Archive
from graph.questions import find_question, run_question
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.told import opened

REPORT, HILKE = ("Report", "report"), ("Person", "hilke")
BOARD, TRUST = ("Organisation", "board"), ("Organisation", "trust")
SAID = {
    "st-1": "I decline to comment",
    "st-2": "We do not accept recommendation 3",
    "st-3": "declined to release the log",
    "st-4": "We will not comment on the recommendation",
}


def _node(label: str, id_: str, **known: object) -> NodeRow:
    return NodeRow(label=label, id=id_, properties={"name": id_, "aliases": [], **known})


def _edge(
    type_: str, source: tuple[str, str], target: tuple[str, str], *passages: str, **known: object
) -> EdgeRow:
    id_ = f"{type_}-{source[1]}-{target[1]}-{''.join(passages)}"
    properties = {"passages": list(passages), "inferred": False, "review": "proposed", **known}
    return EdgeRow(type=type_, id=id_, source=source, target=target, properties=properties)


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def harbour(
    request: pytest.FixtureRequest, archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A report to two bodies; a letter of the one, and a release of the other, of one person."""
    with opened(request, archive, tmp_path_factory.mktemp("state")) as store:
        store.put_nodes(
            [
                _node("Document", "doc-letter", genre="letter"),
                _node("Document", "doc-release", genre="release"),
                *(_node(*thing) for thing in (REPORT, HILKE, BOARD, TRUST)),
                *(_node("Statement", id_, quote=quote, types=["declined"], document="doc-letter",
                        review="proposed", start=0) for id_, quote in SAID.items()),
            ]
        )  # fmt: skip
        store.put_edges(
            [
                _edge("ADDRESSED_TO", REPORT, BOARD),
                _edge("ADDRESSED_TO", REPORT, TRUST),
                _edge("ISSUED_BY", ("Document", "doc-letter"), BOARD),
                _edge("ISSUED_BY", ("Document", "doc-release"), TRUST),
                _edge("RESPONDED_TO", HILKE, REPORT, "doc-letter#char=0,9", method="rules/letter"),
                _edge("RESPONDED_TO", HILKE, REPORT, "doc-release#char=0,9", method="rules/to"),
            ]
        )
        yield store


def test_a_letter_that_a_body_published_is_its_answer_and_what_it_tells_of_others_is_not(
    harbour: Store,
) -> None:
    rows = run_question(harbour, find_question("addressed_without_an_answer"), {}).dicts()
    assert [row["body"] for row in rows] == ["trust"]


def test_to_say_no_to_advice_is_told_apart_from_refusing_an_answer(harbour: Store) -> None:
    rows = run_question(harbour, find_question("responses/declined"), {}).dicts()
    assert {str(row["quote"]): row["declined"] for row in rows} == {
        SAID["st-1"]: "an answer",
        SAID["st-2"]: "what was advised",
        SAID["st-3"]: "the words do not say",
        SAID["st-4"]: "the words do not say",
    }
