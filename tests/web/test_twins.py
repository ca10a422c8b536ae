"""Every page has a JSON twin with the same facts."""

import json
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.addresses import PAGES
from tests.wexcombe import ARTICLE, FIRE, LETTER, WARNING


def twin(address: str) -> str:
    """Return the address of a page's twin."""
    path, query = urlsplit(address).path, urlsplit(address).query
    return ("/overview" if path == "/" else path) + ".json" + (f"?{query}" if query else "")


WAITING = ("/cypher", "/query/network/of_one_name")


@pytest.mark.parametrize("address", [page for page in PAGES if page not in WAITING])
def test_a_page_names_its_twin_and_the_twin_answers(client: FlaskClient, address: str) -> None:
    answer = client.get(twin(address))
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert twin(address).replace("&", "&amp;") in client.get(address).text


@pytest.mark.parametrize("address", WAITING)
def test_a_page_that_waits_for_a_value_names_no_twin(client: FlaskClient, address: str) -> None:
    assert client.get(twin(address)).status_code == 400
    assert "This page as JSON" not in client.get(address).text


def test_search_gives_results_total_and_truncation(client: FlaskClient) -> None:
    found = client.get("/search.json?q=Nora").json
    assert found is not None
    assert found["results"][0]["id"] == "person-nora"
    assert {"id", "kind", "name", "snippet"} <= set(found["results"][0])
    assert (found["total"], found["truncated"]) == (len(found["results"]), False)


def test_a_document_and_its_twin_hold_the_same_statements(client: FlaskClient) -> None:
    facts = client.get(f"/document/{LETTER}.json").json
    html = client.get(f"/document/{LETTER}").text
    assert facts is not None
    assert [statement["quote"] for statement in facts["statements"]] == [FIRE]
    assert all(f'id="{statement["id"]}"' in html for statement in facts["statements"])


def test_an_entity_and_its_twin_hold_the_same_links(client: FlaskClient) -> None:
    facts = client.get("/entity/person-nora.json").json
    html = client.get("/entity/person-nora").text
    assert facts is not None
    assert facts["thing"]["name"] == "Nora Tamsin"
    for link in facts["links"]:
        assert link["source"]["name"] in html
        assert link["target"]["name"] in html
        assert all(passage["quote"] in html for passage in link["passages"])


def test_a_nested_statement_is_told_with_its_outer_speaker(client: FlaskClient) -> None:
    facts = client.get("/statement/st-locked.json").json
    assert facts is not None
    assert [speaker["name"] for speaker in facts["outer_speakers"]] == ["a former resident"]
    for address in ("/statement/st-locked", f"/document/{ARTICLE}", "/search?q=door+locked"):
        assert "as told by" in client.get(address).text


def test_reports_are_told_with_their_answers(client: FlaskClient) -> None:
    facts = client.get("/reports.json").json
    assert facts is not None
    answered = {report["thing"]["name"]: [a["by"]["name"] for a in report["answers"]]
                for report in facts["reports"]}  # fmt: skip
    assert answered == {
        "Report on Hollin House": ["Nora Tamsin", "Wexcombe Health Trust"],
        "Review of Marle Court": [],
    }


def test_a_question_gives_columns_rows_and_its_cypher(client: FlaskClient) -> None:
    facts = client.get("/query/statements/denials.json?speaker=Nora+Tamsin").json
    assert facts is not None
    assert set(facts) == {
        "archive", "columns", "rows", "truncated", "limit", "cypher", "graph_version",
    }  # fmt: skip
    assert [dict(zip(facts["columns"], row, strict=True))["quote"] for row in facts["rows"]] == [
        WARNING
    ]


def test_a_twin_is_tagged_and_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/reports.json")
    again = client.get("/reports.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_health_says_ok_and_for_which_archive(client: FlaskClient, explorer: Flask) -> None:
    facts = json.loads(client.get("/healthz").data)
    assert (facts["status"], facts["archive"]) == ("ok", explorer.extensions["onrecord"].archive.id)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/overview.json",
        "/reports.json",
        "/nothing",
        "/nothing.json",
        "/healthz",
        "/scene.json?seed=person-nora",
        "/scene/around.json?of=person-nora",
        "/scene/evidence/ln-nora.json",
        "/search.json?q=Nora",
        f"/document/{ARTICLE}.json",
        "/cypher.json?cypher=RETURN+1+AS+n",
        "/cypher.json?cypher=RETRN",
        "/query/people/roles.json",
        "/query/people/roles.csv",
    ],
)
def test_every_answer_names_its_archive(client: FlaskClient, explorer: Flask, address: str) -> None:
    id_ = explorer.extensions["onrecord"].archive.id
    answer = client.get(address)
    assert answer.headers["Archive-Id"] == id_
    assert (id_ in answer.text) == (answer.mimetype != "text/csv")
    if answer.mimetype == "application/json":
        assert json.loads(answer.data)["archive"] == id_
