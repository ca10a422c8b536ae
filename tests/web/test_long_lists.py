"""Lists that hold more than a page shows say so, and lead on without script."""

import pytest
from flask.testing import FlaskClient

from tests.web.addresses import Page
from tests.wexcombe import ARTICLE, LETTER


def ways(client: FlaskClient, address: str) -> list[str]:
    """Return the addresses of the buttons to the stretches before and after."""
    elements = Page(client.get(address).text).elements
    return [attrs["href"] for tag, attrs in elements if tag == "a" and "rel" in attrs]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every list show one row."""
    for page in ("documents", "entities", "reports"):
        monkeypatch.setattr(f"web.pages.{page}.ROWS", 1)
    for most in ("entities.MOST", "entities.MOST_LINKS", "reports.MOST_ANSWERS"):
        monkeypatch.setattr(f"graph.explore.{most}", 1)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("page", ["documents", "reports"])
def test_a_list_leads_to_the_stretches_before_and_after(client: FlaskClient, page: str) -> None:
    assert ways(client, f"/{page}") == [f"/{page}?offset=1"]
    assert ways(client, f"/{page}?offset=1") == [f"/{page}?offset=0"]
    assert "1–1 of 2" in client.get(f"/{page}").text
    assert "2–2 of 2" in client.get(f"/{page}?offset=1").text
    assert "The list has ended before here" in client.get(f"/{page}?offset=7").text


@pytest.mark.usefixtures("short")
def test_the_list_of_people_keeps_its_kinds_on_the_way(client: FlaskClient) -> None:
    assert ways(client, "/entities?kind=person&offset=1") == [
        "/entities?offset=0&kind=person", "/entities?offset=2&kind=person",
    ]  # fmt: skip


@pytest.mark.usefixtures("short")
def test_the_twin_of_a_list_holds_the_same_stretch(client: FlaskClient) -> None:
    facts = client.get("/documents.json?offset=1").json
    assert facts is not None
    assert [one["id"] for one in facts["documents"]] == [LETTER]
    assert (facts["total"], facts["limit"], facts["offset"]) == (2, 1, 1)
    reports = client.get("/reports.json").json
    assert reports is not None
    assert (len(reports["reports"]), reports["total"], reports["answers_limit"]) == (1, 2, 1)


@pytest.mark.parametrize("page", ["documents", "reports", "entities"])
def test_a_place_in_a_list_that_is_no_number_is_refused(client: FlaskClient, page: str) -> None:
    answer = client.get(f"/{page}?offset=two")
    assert (answer.status_code, "this is not a place in a list" in answer.text.lower()) == (
        400, True,
    )  # fmt: skip


@pytest.mark.usefixtures("short")
def test_what_a_page_leaves_out_is_told_and_a_question_lists_it(client: FlaskClient) -> None:
    html = client.get("/entity/person-nora").text
    asked = "/query/statements/by_speaker?limit=1000&amp;speaker=person-nora"
    assert (
        '<p class="small note">The first 1 of 2, in order of date. '
        f'<a href="{asked}">Ask for all of them</a></p>'
    ) in html
    rows = client.get(asked.replace("&amp;", "&").replace("?", ".json?")).json
    assert rows is not None
    assert len(rows["rows"]) == 2


@pytest.mark.usefixtures("short")
def test_links_that_are_left_out_are_told_by_type(client: FlaskClient) -> None:
    html = client.get("/entity/report-hollin").text
    assert "1 of 2: the first 1 of each type, in order of date." in html
    assert "/query/network/neighbours?limit=1000&amp;thing=report-hollin" in html


@pytest.mark.usefixtures("short")
def test_the_twin_of_what_was_cut_says_so(client: FlaskClient) -> None:
    facts = client.get("/entity/person-nora.json").json
    assert facts is not None
    assert (len(facts["statements"]), facts["totals"]["statements"]) == (1, 2)
    assert (facts["limit"], facts["links_limit"], facts["truncated"]) == (1, 1, True)


@pytest.mark.usefixtures("short")
def test_a_report_leads_to_the_answers_that_are_not_shown(client: FlaskClient) -> None:
    html = client.get("/reports").text
    assert "/query/responses/who_responded?limit=1000&amp;report=report-hollin" in html


def test_the_first_document_is_the_newest(client: FlaskClient) -> None:
    facts = client.get("/documents.json").json
    assert facts is not None
    assert [one["id"] for one in facts["documents"]] == [ARTICLE, LETTER]
