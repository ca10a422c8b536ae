"""The scene's page, its JSON twins and its fragments, over the story of Wexcombe."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.stores.store import EdgeRow
from tests.web.conftest import NASTY, NASTY_ID
from tests.wexcombe import ACCEPT, ARTICLE, LETTER
from web.libraries import PLACES


def _ids(answer: dict[str, list[dict[str, str]]], part: str) -> set[str]:
    return {item["id"] for item in answer[part]}


def test_the_twin_tells_things_and_links_as_who_verb_whom(client: FlaskClient) -> None:
    told = client.get("/scene.json?seed=report-hollin").get_json()
    assert _ids(told, "nodes") == {
        "report-hollin", "person-nora", "organisation.wexcombe-trust",
        "organisation.wexcombe-inspectorate", "organisation-hollin", "st-accept", ARTICLE, LETTER,
    }  # fmt: skip
    sentences = {edge["id"]: edge["sentence"] for edge in told["edges"]}
    assert sentences["ln-nora"] == "Nora Tamsin responded to Report on Hollin House"
    assert sentences["made-st-accept"] == f"Nora Tamsin promised “{ACCEPT}”"
    assert "ln-wrong" not in sentences
    assert (told["title"], told["truncated"]) == ("Report on Hollin House", False)


def test_a_proposed_statement_is_only_said(client: FlaskClient) -> None:
    told = client.get("/scene.json?seed=organisation.wexcombe-trust").get_json()
    made = next(edge for edge in told["edges"] if edge["id"] == "made-st-fire")
    assert (made["verb"], made["standing"]) == ("said", "proposed")


def test_a_nested_statement_names_whose_words_it_stands_in(client: FlaskClient) -> None:
    told = client.get("/scene.json?seed=st-locked").get_json()
    nested = next(node for node in told["nodes"] if node["id"] == "st-locked")
    assert nested["name"] == "“the door was never locked”, as told by a former resident"
    assert nested["short"].endswith("as told by a former\nresident")


def test_what_was_added_by_hand_stands_in_the_address(client: FlaskClient) -> None:
    before = client.get("/scene.json?seed=report-hollin").get_json()
    step = "MADE_BY,statement,25,person-nora"
    after = client.get(f"/scene.json?seed=report-hollin&add={step}").get_json()
    assert _ids(after, "nodes") - _ids(before, "nodes") == {"st-warning"}
    assert _ids(after, "edges") - _ids(before, "edges") == {
        "made-st-warning",
        "stated-st-warning",
    }


def test_what_was_added_meets_what_was_there(client: FlaskClient) -> None:
    told = client.get(
        "/scene.json?seed=person-ivo&limit=2&add=MADE_BY,statement,25,person-ivo"
    ).get_json()
    assert _ids(told, "nodes") == {"person-ivo", "case-b", "st-plan"}
    assert _ids(told, "edges") == {"ln-ivo", "made-st-plan", "ln-about-plan"}


def test_the_page_lists_without_script_what_the_twin_tells(client: FlaskClient) -> None:
    told = client.get("/scene.json?seed=report-hollin").get_json()
    page = client.get("/scene?seed=report-hollin").get_data(as_text=True)
    for edge in told["edges"]:
        assert f'data-pick="{edge["id"]}"' in page
        assert edge["sentence"] in page
    for node in told["nodes"]:
        assert f'data-pick="{node["id"]}"' in page


def test_a_chosen_link_shows_its_words_without_script(client: FlaskClient) -> None:
    page = client.get("/scene?seed=report-hollin&pick=made-st-accept").get_data(as_text=True)
    assert f"<mark>{ACCEPT}</mark>" in page
    assert f'href="/document/{ARTICLE}?s=st-accept#st-accept"' in page


def test_without_a_seed_the_scene_begins_with_a_search(client: FlaskClient) -> None:
    assert "What should the scene begin with?" in client.get("/scene").get_data(as_text=True)
    found = client.get("/scene?q=Tamsin").get_data(as_text=True)
    assert 'href="/scene?seed=person-nora"' in found


def test_neighbours_are_counted_by_type_and_kind(client: FlaskClient) -> None:
    told = client.get("/scene/around.json?of=person-nora").get_json()
    ways = {(way["type"], way["kind"]): (way["count"], way["words"]) for way in told["counts"]}
    assert ways == {
        ("HOLDS_ROLE", "organisation"): (1, "holds a role at"),
        ("MADE_BY", "statement"): (2, "said"),
        ("MENTIONS", "document"): (1, "is mentioned in"),
        ("RESPONDED_TO", "report"): (1, "responded to"),
    }


def test_the_evidence_of_a_link_is_a_fragment_and_a_twin(client: FlaskClient) -> None:
    fragment = client.get("/scene/evidence/ln-nora").get_data(as_text=True)
    assert fragment.index("The words it rests on") < fragment.index("Where it comes from")
    assert "<html" not in fragment
    twin = client.get("/scene/evidence/ln-nora.json").get_json()
    assert [passage["quote"] for passage in twin["passages"]] == [f"said: “{ACCEPT}”"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/scene.json", 400),
        ("/scene?seed=nobody", 404),
        ("/scene?seed=person-nora&limit=many", 400),
        ("/scene?seed=person-nora&limit=999999999", 400),
        ("/scene?seed=person-nora&add=MADE_BY", 400),
        ("/scene?seed=person-nora&add=KNOWS,person,25,person-nora", 400),
        ("/scene/neighbours.json?of=person-nora&type=MADE_BY&kind=ghost", 400),
        ("/scene/evidence/nothing", 404),
        ("/scene/around.json?of=nobody", 404),
    ],
)
def test_an_address_that_makes_no_sense_is_named(
    client: FlaskClient, address: str, status: int
) -> None:
    assert client.get(address).status_code == status


def test_where_the_libraries_are_missing_the_page_says_so_and_the_list_stays(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PLACES, "pages", tmp_path)
    page = client.get("/scene?seed=report-hollin").get_data(as_text=True)
    assert "python -m web.vendor" in page
    assert "cytoscape-fcose" not in page
    assert 'data-pick="ln-nora"' in page


def test_a_path_is_told_link_by_link_with_its_words(client: FlaskClient) -> None:
    told = client.get(
        "/scene/path.json?from=organisation.wexcombe-council&to=organisation.wexcombe-trust"
    ).get_json()
    assert told["nodes"] == [
        "organisation.wexcombe-council", "person-nora", "report-hollin",
        "organisation.wexcombe-trust",
    ]  # fmt: skip
    assert told["steps"][0] == {
        "step": 1,
        "link": "ln-role",
        "sentence": "Nora Tamsin holds a role at Wexcombe Council",
        "quote": "the leader of the council",
        "standing": "proposed",
        "more": 0,
    }
    assert told["scene"].startswith("/scene?seed=organisation.wexcombe-council&seed=person-nora")


def test_the_ways_between_two_things_say_how_they_differ_and_what_no_one_vouched_for(
    client: FlaskClient,
) -> None:
    told = client.get("/scene/path.json?from=person-nora&to=organisation.wexcombe-trust").get_json()
    assert [(way["nodes"], way["words"]) for way in told["ways"]] == [
        (
            ["person-nora", "report-hollin", "organisation.wexcombe-trust"],
            "Shortest: 2 steps; 1 of 2 steps rest on what no person has accepted",
        ),
        (
            ["person-nora", "st-accept", "report-hollin", "organisation.wexcombe-trust"],
            "Another: 3 steps; 1 of 3 steps rest on what no person has accepted",
        ),
    ]
    assert (told["more"], told["found"], told["stopped"]) == (False, "2 paths", "")
    assert [(step["step"], step["standing"]) for step in told["steps"]] == [
        (1, "proposed"), (2, "accepted"), (2, "proposed")
    ]  # fmt: skip


def test_a_way_runs_through_documents_only_where_asked(client: FlaskClient) -> None:
    address = "/scene/path.json?from=person-ivo&to=organisation.wexcombe-inspectorate"
    told = client.get(address).get_json()
    assert (told["ways"], told["found"]) == ([], "No path in 6 steps that does without documents")
    told = client.get(f"{address}&documents=yes").get_json()
    assert told["nodes"] == ["person-ivo", ARTICLE, "organisation.wexcombe-inspectorate"]


def test_links_of_a_step_that_say_the_same_are_told_once_by_the_best_vouched_for(
    client: FlaskClient, explorer: Flask
) -> None:
    store = explorer.extensions["onrecord"].store
    ids = [f"ln-again-{number}" for number in range(3)]
    store.put_edges(
        EdgeRow(
            type="HOLDS_ROLE", id=id_, source=("Person", "person-nora"),
            target=("Organisation", "organisation.wexcombe-council"),
            properties={"review": "accepted" if id_ == ids[1] else "proposed", "passages": []},
        )
        for id_ in ids
    )  # fmt: skip
    address = "/scene/path.json?from=person-nora&to=organisation.wexcombe-council"
    try:
        told = client.get(address).get_json()
    finally:
        store.delete_edges("HOLDS_ROLE", ids)
    assert [(one["link"], one["standing"], one["more"]) for one in told["steps"]] == [
        (ids[1], "accepted", 3)
    ]
    assert told["ways"][0]["words"] == "Shortest: 1 step"


@pytest.mark.parametrize(
    ("seconds", "found", "stopped"),
    [
        (-1.0, "No path was found before the search stopped",
         "The search stopped after -1 seconds. There may be one"),
        (60.0, "2 paths", ""),
    ],
)  # fmt: skip
def test_a_search_that_was_stopped_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, seconds: float, found: str, stopped: str
) -> None:
    monkeypatch.setattr("graph.explore.between.SECONDS", seconds)
    told = client.get("/scene/path.json?from=person-nora&to=organisation.wexcombe-trust").get_json()
    assert (told["found"], told["stopped"]) == (found, stopped)


def test_no_path_is_drawn_to_a_case(client: FlaskClient) -> None:
    answer = client.get("/scene/path.json?from=case-b&to=organisation.wexcombe-trust")
    assert answer.status_code == 400


def test_a_name_that_would_run_as_a_program_is_shown_as_words(client: FlaskClient) -> None:
    page = client.get(f"/scene?seed={NASTY_ID}&pick={NASTY_ID}").get_data(as_text=True)
    assert NASTY not in page
    assert "&lt;script&gt;" in page
