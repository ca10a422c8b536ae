"""An answer, or a refusal, names the version of the graph it was given by."""

from collections.abc import Iterator
from html import unescape
from itertools import count
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from graph.schema import STATE
from graph.stores.store import NodeRow, Store, Table
from tests.web.addresses import Page
from web.answers import answered
from web.place import marked

WRONG = "MATCH (n)\n\tRETRN n.name"


def note(store: Store, version: str) -> None:
    store.put_nodes([NodeRow(label=STATE.label, id="a", properties={"version": version})])


def test_a_load_between_makes_the_question_be_asked_again(embedded_store: Store) -> None:
    note(embedded_store, "v1")
    times = count()

    def ask() -> Table:
        if next(times) == 0:
            note(embedded_store, "v2")
        return Table(columns=("n",), rows=((1,),))

    assert answered(embedded_store, "", ask).graph_version == "v2"
    assert next(times) == 2


def test_an_answer_during_a_load_is_of_no_version(embedded_store: Store) -> None:
    times = count()

    def ask() -> Table:
        note(embedded_store, f"v{next(times)}")
        return Table(columns=("n",), rows=())

    assert answered(embedded_store, "", ask).graph_version == ""


@pytest.fixture
def version(explorer: Flask) -> Iterator[str]:
    store = explorer.extensions["onrecord"].store
    note(store, "0123456789abcdef")
    yield "0123456789abcdef"
    store.delete_nodes(STATE.label, ["a"])


def test_page_json_csv_and_refusals_name_the_same_version(
    client: FlaskClient, version: str
) -> None:
    good, wrong = "/cypher.json?cypher=RETURN+1+AS+n", "/cypher?cypher=RETRN+1"
    addresses = [good, wrong, "/documents.json", "/query/documents/documents",
                 "/query/documents/documents.json", "/query/documents/documents.csv"]  # fmt: skip
    named = [client.get(address).headers.get("Graph-Version") for address in addresses]
    assert named == [version, version, None, version, version, version]
    refused = client.post("/cypher.json", json={"cypher": WRONG}).json
    assert refused is not None
    assert refused["graph_version"] == version
    assert refused["error"]["position"] == {"line": 2, "column": 2}
    assert refused["error"]["message"].startswith("the query, line 2, column 2: ")


def test_the_place_of_a_mistake_is_marked_in_its_line(client: FlaskClient) -> None:
    page = client.get("/cypher", query_string={"cypher": WRONG})
    assert page.status_code == 400
    text = unescape(page.text)
    assert "stops making sense at line 2, column 2" in text
    assert '\t<span class="hl-bad">RETRN</span> n.name\n\t^ here' in text
    assert "Write RETURN in place of RETRN." in text
    assert 'data-from="11" data-to="16"' in text


def test_a_refused_query_is_mended_by_a_link_and_has_no_rows_below(client: FlaskClient) -> None:
    text = "MATCH (n:Person)\n\tRETRN n.name LIMIT 1"
    page = client.get("/cypher", query_string={"cypher": text}).text
    assert ("Nothing was run, so no rows stand below." in page, "res-h" in page) == (True, False)
    elements = Page(page).elements
    (mended,) = [a["href"] for tag, a in elements if tag == "a" and "RETURN" in a.get("href", "")]
    assert parse_qs(urlsplit(mended).query) == {"cypher": [text.replace("RETRN", "RETURN")]}
    assert "Put RETURN here</a>" in page
    assert "res-h" in client.get(mended).text


@pytest.mark.parametrize("wrong", ["MATCH (n) RETURN", "RETURN nothing", "CREATE (n)"])
def test_what_has_no_repair_offers_none(client: FlaskClient, wrong: str) -> None:
    page = client.get("/cypher", query_string={"cypher": wrong}).text
    assert ('id="q-error"' in page, " here</a>" in page) == (True, False)


@given(st.lists(st.text("ab é😀\t", max_size=5), min_size=1, max_size=4), st.data())
def test_mending_changes_the_marked_word_alone(lines: list[str], data: st.DataObject) -> None:
    line = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(1, len(lines[line - 1]) + 1))
    text = "\n".join(lines)
    found = marked(text, line, column)
    assert found
    assert found.mended(found.word) == text
    assert text[found.start :].startswith(found.word)


def test_a_place_that_the_query_does_not_have_is_not_marked() -> None:
    assert [marked("ab", *place) for place in ((0, 1), (1, 0), (1, 4), (2, 1))] == [None] * 4
    end = marked("ab", 1, 3)
    assert end
    assert (end.before, end.word, end.after, end.indent) == ("ab", "", "", "  ")
    assert (end.start, end.mended(" c")) == (2, "ab c")


def test_a_body_that_is_too_long_or_too_deep_is_refused(client: FlaskClient) -> None:
    long = client.post(
        "/cypher.json", json={"cypher": "RETURN 1", "parameters": {"a": "x" * 10**6}}
    )
    assert (long.status_code, long.json["error"]["happened"]) == (  # type: ignore[index]
        413, "the request is larger than what is read here",
    )  # fmt: skip
    deep = '{"cypher": "RETURN 1", "parameters": {"a": ' + "[" * 5000 + "]" * 5000 + "}}"
    answer = client.post("/cypher.json", data=deep, content_type="application/json")
    assert (answer.status_code, "error" in (answer.json or {})) == (400, True)
    huge = client.post(
        "/cypher.json", data='{"cypher": "RETURN $a", "parameters": {"a": 1' + "0" * 30 + "}}",
        content_type="application/json",
    )  # fmt: skip
    assert huge.status_code in {200, 400}
