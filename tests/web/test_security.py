"""What guards every answer: host names, headers, and what the console takes."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.addresses import PAGES
from web.security import is_ours

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


@pytest.mark.parametrize(
    "address",
    [*PAGES, "/nothing", "/healthz", "/style.css", "/static/css/base.css", "/search.json"],
)
def test_every_answer_carries_the_policy(client: FlaskClient, address: str) -> None:
    with client.get(address) as answer:
        headers = answer.headers
    names = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
             "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy")  # fmt: skip
    assert [headers[name] for name in names] == [
        POLICY, "nosniff", "no-referrer", "same-origin", "same-origin",
    ]  # fmt: skip
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "[::1"]
)
def test_a_foreign_host_name_is_refused(client: FlaskClient, host: str) -> None:
    for address in ("/", "/documents", "/search.json?q=x", "/static/style.json"):
        answer = client.get(address, headers={"Host": host})
        assert (answer.status_code, answer.mimetype) == (400, "text/plain")
        assert "the explorer does not answer to this host name." in answer.text
        assert "Wexcombe" not in answer.text


@pytest.mark.parametrize(
    ("netloc", "host", "ours"),
    [
        ("localhost:8000", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("[::1]:8000", "127.0.0.1", True),
        ("archive.example:80", "archive.example", True),
        ("archive.example", "127.0.0.1", False),
        ("192.0.2.7:8000", "127.0.0.1", False),
        ("192.0.2.7:8000", "0.0.0.0", True),  # noqa: S104
        ("evil.example", "0.0.0.0", False),  # noqa: S104
        ("", "127.0.0.1", False),
    ],
)
def test_our_host_names_are_loopback_and_the_one_we_listen_on(
    netloc: str, host: str, ours: bool
) -> None:
    assert is_ours(netloc, host) is ours


def test_the_console_takes_json_alone(client: FlaskClient) -> None:
    body = '{"cypher": "MATCH (n) RETURN count(n) AS n"}'
    plain = client.post("/cypher.json", data=body, content_type="text/plain")
    assert plain.status_code == 415
    assert plain.json is not None
    assert {key: value for key, value in plain.json.items() if key != "archive"} == {
        "error": {
            "status": 415,
            "message": "/cypher.json: the body is not declared as JSON. "
            "Send it with the header `Content-Type: application/json`.",
            "happened": "the body is not declared as JSON",
            "subject": "/cypher.json",
            "remedy": "Send it with the header `Content-Type: application/json`",
            "position": None,
            "repair": "",
        }
    }
    assert (
        client.post("/cypher.json", data=body, content_type="application/json").status_code == 200
    )


def test_the_console_refuses_a_page_of_another_site(client: FlaskClient) -> None:
    body = {"cypher": "MATCH (n) RETURN count(n) AS n"}
    for origin, status in (("http://evil.example", 400), ("null", 400), ("http://localhost", 200)):
        answer = client.post("/cypher.json", json=body, headers={"Origin": origin})
        assert answer.status_code == status


def test_the_console_answers_in_the_shape_of_a_question(client: FlaskClient) -> None:
    asked = {"cypher": "MATCH (p:Person {id: $id}) RETURN p.name AS name",
             "parameters": {"id": "person-nora"}}  # fmt: skip
    facts = client.post("/cypher.json", json=asked).json
    assert facts is not None
    version, archive = facts.pop("graph_version"), facts.pop("archive")
    assert isinstance(version, str)
    assert isinstance(archive, str)
    assert facts == {
        "columns": ["name"],
        "rows": [["Nora Tamsin"]],
        "truncated": False,
        "limit": 200,
        "cypher": asked["cypher"],
    }


@pytest.mark.parametrize(
    ("returned", "columns"),
    [
        ("n.name, n.id AS `who`;", ["n.name", "who"]),
        ("n AS thing, 'a, b' AS words ORDER BY thing", ["thing", "words"]),
        ("toUpper(n.name)", []),
        ("*", []),
    ],
)
def test_the_console_names_the_columns_of_no_rows_where_the_query_does(
    client: FlaskClient, returned: str, columns: list[str]
) -> None:
    cypher = f"MATCH (n:Person {{id: 'nobody'}}) RETURN {returned}"
    facts = client.post("/cypher.json", json={"cypher": cypher}).json
    assert facts is not None
    assert (facts["columns"], facts["rows"]) == (columns, [])


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Person {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "MATCH (n RETURN n",
        "",
    ],
)
def test_the_console_refuses_what_writes_or_makes_no_sense(explorer: Flask, cypher: str) -> None:
    client = explorer.test_client()
    answer = client.post("/cypher.json", json={"cypher": cypher})
    assert answer.status_code == 400
    assert answer.json is not None
    assert {"message", "position"} <= set(answer.json["error"])
    count = {"cypher": "MATCH (n:Person) RETURN count(n) AS n"}
    assert client.post("/cypher.json", json=count).json["rows"] == [[3]]  # type: ignore[index]


def test_a_body_that_is_no_query_is_named(client: FlaskClient) -> None:
    for body in ("[]", '{"cypher": 1}', '{"query": "MATCH"}', "{"):
        answer = client.post("/cypher.json", data=body, content_type="application/json")
        assert answer.status_code == 400
        assert answer.json is not None
        assert answer.json["error"]["remedy"] == 'Send {"cypher": "MATCH …", "parameters": {}}'
