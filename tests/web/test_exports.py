"""Files of a scene and of the graph, as a visitor takes them."""

import io
import json
import zipfile

import pytest
from flask.testing import FlaskClient

from graph.exports.forms import FORMS
from tests.graph.exports.reading import Rows, of_csv, of_gexf, of_graphml, of_json
from tests.web.addresses import Page
from web.files import files

SEED = "?seed=report-hollin"
READERS = {"graphml": of_graphml, "gexf": of_gexf, "csv": of_csv, "node-link.json": of_json}


def ids(rows: Rows) -> set[str]:
    return {str(row["id"]) for row in rows}


@pytest.mark.parametrize("ending", READERS)
def test_a_file_of_a_scene_holds_its_things_and_links(client: FlaskClient, ending: str) -> None:
    told = client.get(f"/scene.json{SEED}").get_json()
    answer = client.get(f"/scene.{ending}{SEED}")
    things, links = READERS[ending](answer.data)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert ids(things) == {node["id"] for node in told["nodes"]}
    assert ids(links) == {edge["id"] for edge in told["edges"]}


def test_what_was_added_is_in_the_file_and_what_the_legend_hides_is_not(
    client: FlaskClient,
) -> None:
    step = "add=MADE_BY,statement,25,person-nora"
    hide = "off=kind.document&off=family.speech&from=2020&undated=yes"
    made = json.loads(client.get(f"/scene.node-link.json{SEED}&{step}&{hide}").data)
    assert {node["id"] for node in made["nodes"]} == {
        "report-hollin", "person-nora", "organisation.wexcombe-trust",
        "organisation.wexcombe-inspectorate", "organisation-hollin", "st-accept", "st-warning",
    }  # fmt: skip
    assert {edge["id"] for edge in made["edges"]} == {
        "ln-nora", "ln-trust", "ln-published", "ln-addressed", "ln-inspected"
    }  # fmt: skip
    assert made["graph"]["holds"] == "the scene “Report on Hollin House”"
    assert made["graph"]["filters"] == (
        "without the kinds document; without the links speech; from 2020"
    )
    assert made["graph"]["left_out"] == (
        "hidden by the filters of the scene (2 things, 13 links); "
        "rejected by a person (0 things, 1 link)"
    )


def test_things_without_a_date_can_be_hidden(client: FlaskClient) -> None:
    made = json.loads(client.get(f"/scene.node-link.json{SEED}&undated=no&to=2025").data)
    assert {node["kind"] for node in made["nodes"]} == {"report", "statement", "document"}
    assert made["graph"]["filters"] == "to 2025; without things that have no date"


def test_the_graph_is_taken_whole(client: FlaskClient) -> None:
    with zipfile.ZipFile(io.BytesIO(client.get("/graph.csv").data)) as packed:
        assert b"holds: the whole graph" in packed.read("README.txt")
    script = client.get("/graph.cypher")
    assert script.mimetype == "text/plain"
    assert b"// limit: 20,000 things" in script.data


def test_a_scene_of_a_protected_person_is_a_file_without_them(client: FlaskClient) -> None:
    made = client.get("/scene.node-link.json?seed=person-resident")
    assert "a former resident" not in made.text
    assert json.loads(made.data)["graph"]["holds"] == "the scene “a protected person”"


def test_each_menu_names_every_format(client: FlaskClient) -> None:
    scene = Page(client.get(f"/scene{SEED}").text).values("href", "a")
    overview = Page(client.get("/").text).values("href", "a")
    assert {f"{address}{SEED}" for address, *_ in files("scene")} <= set(scene)
    assert {address for address, *_ in files("graph")} <= set(overview)
    assert len(files("graph")) == len(FORMS)


@pytest.mark.parametrize(
    "address",
    ["/scene.graphml", f"/scene.gexf{SEED}&off=colour.red", f"/scene.csv{SEED}&from=last"],
)
def test_what_makes_no_sense_is_named(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 400
