"""The network's page, its twin and the command tell the same figures with what they mean."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.network.joined import Joined
from graph.network.measures import Network, network
from graph.schema import STATE
from graph.stores.store import NodeRow
from tests.web.addresses import Page


def test_each_measure_stands_under_what_it_means(client: FlaskClient) -> None:
    told = client.get("/network.json").get_json()
    page = client.get("/network").text
    assert [one["key"] for one in told["measures"]] == ["places", "hinges", "bridges", "groups"]
    for one in told["measures"]:
        assert one["title"] in page
        assert one["meaning"] in page
        assert all(line["things"][0]["name"] in page for line in one["lines"])
    assert told["limits"] in page
    assert all(sentence in page for sentence in told["summary"])


def test_a_figure_says_of_how_many(client: FlaskClient) -> None:
    [first, *_] = client.get("/network.json").get_json()["measures"][0]["lines"]
    assert (first["name"], first["words"]) == (
        "Report on Hollin House",
        "joined with 4 of 5 others by 6 links and statements; on 90 of every 100 shortest ways",
    )
    assert first["figures"] == {"joined": 4, "of": 5, "links": 6, "between_of_100": 90.0}


def test_a_thing_leads_to_its_page_and_its_scene(client: FlaskClient) -> None:
    links = Page(client.get("/network").text).values("href", "a")
    assert {"/entity/report-hollin", "/scene?seed=report-hollin"} <= set(links)


def test_only_what_a_person_accepted_counts_where_that_is_asked(client: FlaskClient) -> None:
    told = client.get("/network.json?standing=accepted").get_json()
    assert told["summary"][0] == "2 of 9 things are joined to another, in 1 pair."
    assert told["accepted_only"]


def test_the_network_of_one_graph_is_measured_once_whoever_asks(
    explorer: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []

    def take(of: Joined) -> Network:
        time.sleep(0.2)
        taken.append(len(of.graph))
        return network(of)

    monkeypatch.setattr("web.pages.network.network_beside", take)
    store = explorer.extensions["onrecord"].store
    store.put_nodes([NodeRow(label=STATE.label, id="n", properties={"version": "once"})])
    addresses = ["/network", "/network.json", "/network?limit=2", "/network?limit=3"]
    try:
        with ThreadPoolExecutor(4) as pool:
            answers = pool.map(lambda one: explorer.test_client().get(one).status_code, addresses)
        assert (list(answers), len(taken)) == ([200] * 4, 1)
        explorer.test_client().get("/network?standing=accepted")
        explorer.test_client().get("/network")
        assert len(taken) == 2
    finally:
        store.delete_nodes(STATE.label, ["n"])


def test_a_list_is_cut_and_says_so(client: FlaskClient) -> None:
    assert "the first 2 of 6" in client.get("/network?limit=2").text


@pytest.mark.parametrize("query", ["standing=some", "limit=0", "limit=many", "limit=1001"])
def test_what_makes_no_sense_is_named(client: FlaskClient, query: str) -> None:
    assert client.get(f"/network.json?{query}").status_code == 400


def test_of_an_empty_archive_nothing_is_measured(empty_explorer: Flask) -> None:
    page = empty_explorer.test_client().get("/network")
    assert page.status_code == 200
    assert "Nothing is joined." in page.text


def test_no_case_and_nobody_protected_is_named(client: FlaskClient) -> None:
    told = client.get("/network").text + client.get("/network.json").text
    assert "a former resident" not in told
    assert "Case B" not in told
