"""An entity of which more is known than a page shows, and a graph whose counts were noted."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from graph.archive import Archive
from graph.explore.counts import counts
from graph.explore.entities import MOST, MOST_LINKS, entities, entity_page
from graph.explore.overview import overview
from graph.explore.reports import MOST_ANSWERS, reports
from graph.loading.standing import Noted, note
from graph.schema import STATE
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.wexcombe import COUNCIL, FIRE, LETTER, LETTER_HASH, REPORT, passage

MANY = 60
_JUDGED = {"method": "rule.cue", "confidence": "high", "review": "proposed"}
_FIRE = passage(LETTER, FIRE)


def said(number: int) -> str:
    """Return the day on which a statement was made; the ids run against the days."""
    return (date(2020, 1, 1) + timedelta(days=MANY - number)).isoformat()


@pytest.fixture
def long_story(story: Store) -> Iterator[Store]:
    """The story in which the council has said a lot, and others have answered the report."""
    statements = [
        NodeRow(label="Statement", id=f"st-more-{n}", properties={
            "id": f"st-more-{n}", "name": FIRE, "quote": FIRE, "search": FIRE, "form": "direct",
            "document": LETTER, "types": ["denial"], "date": said(n),
            "review": "rejected" if n == 7 else "proposed", "method": "rule.cue",
            "confidence": "high",
        })
        for n in range(MANY)
    ]  # fmt: skip
    bodies = [
        NodeRow(label="Organisation", id=f"body-more-{n}", properties={
            "id": f"body-more-{n}", "name": f"Body {n}", "search": f"body {n}", "aliases": [],
            "anonymous": False, "protected": False,
        })
        for n in range(MANY)
    ]  # fmt: skip
    documents = [
        NodeRow(label="Document", id=f"doc-more-{n}", properties={
            "id": f"doc-more-{n}", "name": f"Letter {n}", "search": f"letter {n}",
            "sha256": LETTER_HASH, "media_type": "text/plain", "characters": 10,
            "published": said(n),
        })
        for n in range(MANY)
    ]  # fmt: skip
    edges = []
    for n in range(MANY):
        edges += [
            _edge("MADE_BY", f"made-more-{n}", ("Statement", f"st-more-{n}"), COUNCIL,
                  {"capacity": "self", "passages": [_FIRE]}),
            _edge("STATED_IN", f"stated-more-{n}", ("Statement", f"st-more-{n}"),
                  ("Passage", _FIRE), {"position": 0}),
            _edge("ABOUT", f"about-more-{n}", ("Statement", f"st-more-{n}"), COUNCIL,
                  {**_JUDGED, "passages": [_FIRE]}),
            _edge("RESPONDED_TO", f"answer-more-{n}", ("Organisation", f"body-more-{n}"), REPORT,
                  {**_JUDGED, "passages": [_FIRE], "inferred": False, "date": said(n)}),
            _edge("MENTIONS", f"mention-more-{n}", ("Document", f"doc-more-{n}"), COUNCIL,
                  {"count": 1, "passages": []}),
        ]  # fmt: skip
    story.put_nodes([*statements, *bodies, *documents])
    story.put_edges(edges)
    yield story
    for rows in (statements, bodies, documents):
        story.delete_nodes(rows[0].label, [row.id for row in rows])


def test_an_entity_shows_the_first_of_each_list_by_date_and_tells_how_many_there_are(
    long_story: Store, archive: Archive
) -> None:
    page = entity_page(long_story, archive, COUNCIL[1])
    days = [said(n) for n in range(MANY - 1, -1, -1) if n != 7]
    assert [one.date for one in page.statements] == days[:MOST]
    assert [one.date for one in page.about] == days[:MOST]
    assert [one.document.name for one in page.mentions][:2] == ["Letter 59", "Letter 58"]
    assert (page.totals.statements, page.totals.about) == (MANY - 1, MANY - 1)
    assert (len(page.mentions), page.totals.mentions) == (MOST, MANY)
    assert (page.limit, page.truncated) == (MOST, True)


def test_the_links_of_each_type_are_cut_apart_so_that_none_hides_another(
    long_story: Store, archive: Archive
) -> None:
    page = entity_page(long_story, archive, REPORT[1])
    answers = [one.date for one in page.links if one.type == "RESPONDED_TO"]
    assert answers == [said(MANY - 1 - n) for n in range(MOST_LINKS)]
    assert page.totals.links == {
        "ADDRESSED_TO": 1, "INSPECTED": 1, "PUBLISHED": 1, "RESPONDED_TO": MANY + 2,
    }  # fmt: skip
    assert {one.type for one in page.links} == set(page.totals.links)
    assert (page.links_limit, page.truncated) == (MOST_LINKS, True)


def test_a_report_shows_its_first_answers_and_how_many_there_are(
    long_story: Store, archive: Archive
) -> None:
    hollin, marle = reports(long_story, archive).reports
    assert (len(hollin.answers), hollin.answers_total) == (MOST_ANSWERS, MANY + 2)
    assert hollin.answers[0].date == said(MANY - 1)
    assert (marle.answers, marle.answers_total) == ((), 0)


def test_reports_are_told_in_stretches(story: Store, archive: Archive) -> None:
    second = reports(story, archive, limit=1, offset=1)
    assert [one.thing.name for one in second.reports] == ["Review of Marle Court"]
    assert (second.total, second.limit, second.offset) == (2, 1, 1)


def test_counts_are_taken_from_what_the_load_noted_and_else_from_the_graph(
    story: Store, archive: Archive
) -> None:
    counted = counts(story)
    assert (counted["Person"], counted["Document"], counted["RESPONDED_TO"]) == (3, 2, 3)
    try:
        note(story, archive.id, Noted(version="0123456789abcdef", counts={"Person": 700}))
        assert counts(story) == {"Person": 700}
        assert entities(story, ("person",)).total == 700
        assert overview(story).counts["person"] == 700
        note(story, archive.id, Noted(version="", counts={"Person": 700}))
        assert counts(story)["Person"] == 3
    finally:
        story.delete_nodes(STATE.label, [archive.id])


def _edge(
    type_: str, id_: str, source: tuple[str, str], target: tuple[str, str],
    properties: dict[str, object],
) -> EdgeRow:  # fmt: skip
    return EdgeRow(
        type=type_, id=id_, source=source, target=target, properties={"id": id_, **properties}
    )
