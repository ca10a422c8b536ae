"""Who stood on both sides, and who had a report before a denial, on an invented harbour."""

from collections.abc import Iterator

import pytest

from graph.archive import Archive
from graph.questions import find_question, run_question
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.told import opened

MINUTES, LETTER = "doc-minutes", "doc-letter"
HILKE, BOARD, TRUST = ("Person", "hilke"), ("Organisation", "board"), ("Organisation", "trust")
REPORT, DENIAL, EARLY = ("Report", "report"), ("Statement", "st-denial"), ("Statement", "st-early")
WORDS = {
    "doc-minutes#char=0,21": "Hilke Brandt, chair of the Harbour Board",
    "doc-minutes#char=30,60": "The Board oversees the Trust",
    "doc-minutes#char=70,99": "The report was sent to the Trust",
    "doc-letter#char=0,26": "Hilke Brandt, treasurer of the Harbour Trust",
    "doc-letter#char=30,50": "Nobody warned us of the ferry",
    "doc-letter#char=60,80": "No ferry was late",
}
CHAIR, OVERSEES, SENT, TREASURER, NOBODY, LATE = WORDS


def _node(label: str, id_: str, name: str, **known: object) -> NodeRow:
    return NodeRow(label=label, id=id_, properties={"id": id_, "name": name, **known})


def _said(id_: str, passage: str, date: str) -> NodeRow:
    return _node("Statement", id_, WORDS[passage], quote=WORDS[passage], types=["denial"],
                 document=LETTER, date=date, review="proposed")  # fmt: skip


def _edge(
    type_: str, source: tuple[str, str], target: tuple[str, str], *passages: str, **known: object
) -> EdgeRow:
    id_ = f"{type_}-{source[1]}-{target[1]}-{known.get('review', '')}"
    properties = {"id": id_, "passages": list(passages), "inferred": False, "review": "proposed"}
    return EdgeRow(
        type=type_, id=id_, source=source, target=target, properties={**properties, **known}
    )


def _nodes() -> list[NodeRow]:
    passages = [
        _node("Passage", id_, quote, quote=quote, document=id_.partition("#")[0],
              start=int(id_.partition("=")[2].partition(",")[0]))
        for id_, quote in WORDS.items()
    ]  # fmt: skip
    return [
        _node("Document", MINUTES, "Minutes of the board", published="2020-03-01"),
        _node("Document", LETTER, "Letter of the trust", published="2021-05-02"),
        _node(*HILKE, "Hilke Brandt", aliases=["Ms Brandt"]),
        _node(*BOARD, "Harbour Board", aliases=[]),
        _node(*TRUST, "Harbour Trust", aliases=["the Trust"]),
        _node(*REPORT, "Ferry report", aliases=[], published="2020-06"),
        _said("st-denial", NOBODY, "2021-05-02"),
        _said("st-early", LATE, "2020-06-30"),
        *passages,
    ]


def _edges() -> list[EdgeRow]:
    said = [
        edge
        for statement, passage in ((DENIAL, NOBODY), (EARLY, LATE))
        for edge in (
            _edge("MADE_BY", statement, HILKE, capacity="self"),
            _edge("ABOUT", statement, REPORT, passage),
            _edge("STATED_IN", statement, ("Passage", passage), position=1),
        )
    ]
    return [
        _edge("HOLDS_ROLE", HILKE, BOARD, CHAIR, role="chair of Harbour Board"),
        _edge("HOLDS_ROLE", HILKE, TRUST, TREASURER, role="treasurer"),
        _edge("OVERSEES", BOARD, TRUST, OVERSEES),
        _edge("OVERSEES", TRUST, BOARD, review="rejected"),
        _edge("ADDRESSED_TO", REPORT, TRUST, SENT),
        _edge("ADDRESSED_TO", REPORT, BOARD, SENT, review="rejected"),
        *said,
    ]


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def harbour(
    request: pytest.FixtureRequest, archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The harbour on each engine."""
    with opened(request, archive, tmp_path_factory.mktemp("state")) as store:
        store.put_nodes(_nodes())
        store.put_edges(_edges())
        yield store


def test_a_person_with_a_role_on_both_sides_of_an_oversight_is_told_with_words_for_all_three(
    harbour: Store,
) -> None:
    question = find_question("overseer_and_overseen")
    assert run_question(harbour, question, {"person": "ms brandt"}).dicts() == [
        {
            "person": "Hilke Brandt",
            "overseer": "Harbour Board",
            "overseer_roles": ["chair of Harbour Board"],
            "overseer_told": ["2020-03-01"],
            "overseer_passages": [CHAIR],
            "link": "OVERSEES",
            "overseen": "Harbour Trust",
            "overseen_roles": ["treasurer"],
            "overseen_told": ["2021-05-02"],
            "overseen_passages": [TREASURER],
            "oversight_quote": WORDS[OVERSEES],
            "oversight_document": "Minutes of the board",
            "oversight_passage": OVERSEES,
            "inferred": False,
            "review": "proposed",
        }
    ]


def test_a_report_sent_in_a_month_came_before_a_denial_of_a_later_month_by_unknown_days(
    harbour: Store,
) -> None:
    question = find_question("knew_before")
    assert run_question(harbour, question, {"report": "ferry report"}).dicts() == [
        {
            "denied_by": "Hilke Brandt",
            "had_by": "Harbour Trust",
            "how": "addressed to them",
            "report": "Ferry report",
            "had_on": "2020-06",
            "had_on_from": "report",
            "had_quote": WORDS[SENT],
            "had_document": "Minutes of the board",
            "had_passage": SENT,
            # Documents of 2020 place her in the board alone.
            "roles_that_year": [],
            "denied_on": "2021-05-02",
            "days_between": None,
            "quote": WORDS[NOBODY],
            "about": ["Ferry report"],
            "outer_speakers": [],
            "document": "Letter of the trust",
            "passages": [NOBODY],
            "review": "proposed",
        }
    ]


def test_who_oversees_a_body_is_told_without_what_a_person_rejected(harbour: Store) -> None:
    rows = run_question(harbour, find_question("overseers"), {}).dicts()
    assert [(row["overseer"], row["body"], row["quote"]) for row in rows] == [
        ("Harbour Board", "Harbour Trust", WORDS[OVERSEES])
    ]
