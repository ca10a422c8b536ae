"""Every page: it answers, it is well made, it escapes, its links lead somewhere."""

from html import unescape
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.addresses import PAGES, Page
from tests.web.conftest import NASTY, NASTY_ID
from tests.wexcombe import ARTICLE


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_with_language_title_and_one_heading(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address)
    page = Page(answer.text)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert page.values("lang", "html") == ["en-GB"]
    assert page.text["title"].endswith(" – On Record (invented sample)")
    assert page.count("h1") == 1
    assert page.count("main") == 1


@pytest.mark.parametrize("address", PAGES)
def test_a_page_holds_no_style_script_or_handler_of_its_own(
    client: FlaskClient, address: str
) -> None:
    page = Page(client.get(address).text)
    assert page.count("style") == 0
    assert page.values("style") == []
    assert all("src" in attrs for tag, attrs in page.elements if tag == "script")
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_nothing_of_another_host(client: FlaskClient, address: str) -> None:
    page = Page(client.get(address).text)
    used = page.values("src") + page.values("href", "link", "use", "image") + page.values("action")
    assert [value for value in used if not value.startswith("/")] == []


@pytest.mark.parametrize("address", PAGES)
def test_ids_on_a_page_are_unique(client: FlaskClient, address: str) -> None:
    ids = Page(client.get(address).text).values("id")
    assert sorted(ids) == sorted(set(ids))


def test_every_link_from_every_page_leads_to_a_page(client: FlaskClient) -> None:
    seen: dict[str, int] = {}
    waiting = list(PAGES)
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        answer = client.get(address)
        seen[address] = answer.status_code
        if answer.mimetype == "text/html":
            links = [urljoin(address, href) for href in Page(answer.text).values("href", "a")]
            waiting += [urldefrag(link).url for link in links]
    assert {address for address, status in seen.items() if status >= 400} == set()
    assert len(seen) > len(PAGES)


def test_links_within_a_document_lead_to_places_in_it(client: FlaskClient) -> None:
    page = Page(client.get(f"/document/{ARTICLE}?words=0-6").text)
    wanted = {unquote(href.partition("#")[2]) for href in page.values("href", "a") if "#" in href}
    assert wanted <= {*page.values("id"), "words"}


def test_a_nasty_name_is_shown_and_never_run(client: FlaskClient) -> None:
    for address in (
        f"/entity/{NASTY_ID}",
        "/entities",
        "/search?q=%3Cscript%3E",
        "/query/network/path",
    ):
        html = client.get(address).text
        assert "<script>alert" not in html
    assert Page(client.get(f"/entity/{NASTY_ID}").text).text["h1"] == NASTY
    assert unescape(client.get("/search?q=%3Cscript%3E").text).count("“<script>”") >= 1


def test_the_menu_names_only_pages_that_exist(client: FlaskClient) -> None:
    page = Page(client.get("/documents").text)
    keys = {attrs["data-go"]: attrs["href"] for _, attrs in page.elements if "data-go" in attrs}
    assert {key: client.get(href).status_code for key, href in keys.items()} == dict.fromkeys(
        keys, 200
    )
    assert set(keys) >= {"o", "d", "p", "a", "q"}


def test_an_empty_archive_tells_the_first_three_steps(empty_explorer: Flask) -> None:
    visitor = empty_explorer.test_client()
    page = Page(visitor.get("/").text)
    assert page.text["h1"] == "This archive is empty"
    assert page.text["h2"].startswith(
        "Add documents from the command line1. Read2. Propose3. Judge"
    )
    for address in ("/documents", "/entities", "/reports", "/search?q=x", "/queries"):
        assert visitor.get(address).status_code == 200


def test_the_parts_of_a_quotation_are_never_joined_in_a_table(client: FlaskClient) -> None:
    cypher = r"RETURN 'one part,' + '\n' + 'another' AS quote LIMIT 1"
    html = client.get("/cypher", query_string={"cypher": cypher}).text
    parts = ('<mark class="rec serif">one part,</mark>', '<mark class="rec serif">another</mark>')
    assert "<br>".join(parts) in html
