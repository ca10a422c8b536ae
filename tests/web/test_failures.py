"""Failures say the same in HTML and JSON: what happened, to what, what to do."""

from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.archive import Archive
from graph.errors import OnRecordError
from tests.web.addresses import Page
from web import create_app


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/entity/person-nobody", 404),
        ("/document/doc-0000000000000000", 404),
        ("/statement/st-none", 404),
        ("/query/statements/none", 404),
        ("/search?kind=unicorn", 400),
        ("/entities?offset=-1", 400),
        ("/entity/..%2f..%2fetc", 404),
    ],
)
def test_page_and_twin_fail_in_the_same_words(
    client: FlaskClient, address: str, status: int
) -> None:
    path, mark, query = address.partition("?")
    page, twin = client.get(address), client.get(f"{path}.json{mark}{query}")
    assert (page.status_code, twin.status_code) == (status, status)
    assert twin.json is not None
    failure = twin.json["error"]
    text = unescape(page.text)
    assert failure["happened"] in text
    assert failure["remedy"] in text
    assert failure["subject"].removesuffix(".json") in text
    assert Page(page.text).count("h1") == 1


def test_an_address_that_only_reads_refuses_a_post(client: FlaskClient) -> None:
    assert client.post("/documents").status_code == 405
    assert client.post("/documents.json").json["error"]["status"] == 405  # type: ignore[index]


def test_a_value_that_does_not_fit_is_told_above_the_form(client: FlaskClient) -> None:
    address = "/query/statements/by_speaker?since=yesterday"
    page, twin = client.get(address), client.get(address.replace("?", ".json?"))
    assert (page.status_code, twin.status_code) == (400, 400)
    assert twin.json is not None
    assert twin.json["error"]["happened"] in page.text
    assert 'value="yesterday"' in page.text


def test_a_refused_query_is_shown_with_its_text(client: FlaskClient) -> None:
    page = client.get("/cypher?cypher=MATCH+(n)+DELETE+n")
    assert page.status_code == 400
    assert "MATCH (n) DELETE n" in page.text


class _Away:
    """A store whose engine has gone."""

    engine = "none"

    def __getattr__(self, name: str) -> object:
        raise OnRecordError(
            "the graph did not answer within 5 seconds",
            subject="bolt://graph.example",
            remedy="Start the database and try again",
        )


@pytest.fixture
def stranded(archive: Archive) -> Flask:
    """The explorer without its graph."""
    return create_app(_Away(), archive)  # type: ignore[arg-type]


def test_a_graph_that_is_away_is_named_with_what_to_do(stranded: Flask) -> None:
    visitor = stranded.test_client()
    page, twin = visitor.get("/"), visitor.get("/overview.json")
    assert (page.status_code, twin.status_code) == (503, 503)
    assert Page(page.text).text["h1"] == "This cannot be shown now"
    assert twin.json is not None
    assert twin.json["error"]["message"] == (
        "bolt://graph.example: the graph did not answer within 5 seconds. "
        "Start the database and try again."
    )
    assert visitor.get("/healthz").status_code == 503


def test_a_fault_of_ours_shows_no_trace(archive: Archive) -> None:
    app = create_app(object(), archive)  # type: ignore[arg-type]
    page = app.test_client().get("/documents")
    assert page.status_code == 500
    assert "Traceback" not in page.text
    assert "the explorer failed while it made this page" in page.text
