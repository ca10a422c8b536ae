"""The reader of a long text: parts that lead on, and places that open in the right one."""

import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.web.addresses import Page
from tests.wexcombe import ARTICLE, ARTICLE_TEXT, NO_PLAN, TOLD

READER = f"/document/{ARTICLE}"


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a part hold about two paragraphs of the article."""
    monkeypatch.setattr("web.parts.WHOLE", 100)
    monkeypatch.setattr("web.parts.PART", 158)


def body(client: FlaskClient, query: str = "") -> str:
    """Return the text that the reader shows."""
    html = client.get(READER + query).text
    return html[html.index('id="doc"') : html.index("</article>")]


def ways(client: FlaskClient, query: str) -> dict[str, str]:
    """Return where the buttons to the parts before and after lead."""
    elements = Page(client.get(READER + query).text).elements
    return {attrs["rel"]: attrs["href"] for tag, attrs in elements if tag == "a" and "rel" in attrs}


def test_a_text_of_ordinary_length_is_whole_and_speaks_of_no_parts(client: FlaskClient) -> None:
    html = client.get(READER).text
    assert "Part 1 of" not in html
    assert html.count('class="para') == len(ARTICLE_TEXT.strip().split("\n\n"))


@pytest.mark.usefixtures("short")
def test_every_part_says_which_of_how_many_it_is_and_leads_on(client: FlaskClient) -> None:
    assert "<b>Part 1 of 4</b> · paragraphs 1–2 of 6" in client.get(READER).text
    assert "<b>Part 4 of 4</b> · paragraph 6 of 6" in client.get(f"{READER}?part=4").text
    assert ways(client, "") == {"next": "?part=2"}
    assert ways(client, "?part=2") == {"prev": "?part=1", "next": "?part=3"}
    assert ways(client, "?part=4&view=plain") == {"prev": "?view=plain&part=3"}


@pytest.mark.usefixtures("short")
def test_the_parts_together_hold_every_paragraph_and_statement_once(client: FlaskClient) -> None:
    whole = [Page(body(client, f"?part={number}")) for number in (1, 2, 3, 4)]
    opened = [id_ for page in whole for id_ in page.values("id", "span")]
    assert opened == ["st-accept", "st-warning", "st-plan", "st-told", "st-locked", "st-nobody"]
    classes = [name for page in whole for name in page.values("class", "div")]
    assert sum("para" in name.split() for name in classes) == 6


@pytest.mark.usefixtures("short")
def test_a_part_lists_its_own_statements_of_how_many(client: FlaskClient) -> None:
    html = client.get(f"{READER}?part=2").text
    assert '<h2>2 statements in this part</h2><span class="small">of 6</span>' in html
    assert 'data-after="st-plan"' in html
    assert "data-before" not in html
    assert "No statements in this part" in client.get(READER).text


@pytest.mark.usefixtures("short")
def test_a_part_of_a_text_with_pages_says_on_which_it_stands(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.parts.PART", 260)
    told = [client.get(f"{READER}?part={number}").text for number in (1, 2, 3)]
    found = [re.search(r"· (pages? .*) of the original</p>", html) for html in told]
    assert [one and one[1] for one in found] == ["page 1", "pages 1–2", "page 2"]


@pytest.mark.usefixtures("short")
def test_words_and_statements_open_in_the_part_that_holds_them(client: FlaskClient) -> None:
    start = ARTICLE_TEXT.index(NO_PLAN)
    assert f'id="words">{NO_PLAN}' in body(client, f"?words={start}-{start + len(NO_PLAN)}")
    assert 'id="st-told"' in body(client, "?s=st-told")
    assert TOLD.split()[0] in body(client, "?s=st-told")


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("query", ["?s=st-nothing", "?words=x", "?words=9-3", "?s="])
def test_what_names_no_place_opens_the_first_part(client: FlaskClient, query: str) -> None:
    assert "<b>Part 1 of 4</b>" in client.get(READER + query).text


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("part", ["0", "5", "-1", "two", "", "²", "9" * 400])
def test_a_part_that_the_text_has_not_is_refused(client: FlaskClient, part: str) -> None:
    answer = client.get(f"{READER}?part={part}")
    assert (answer.status_code, "from 1 to 4" in answer.text) == (400, True)


@pytest.mark.usefixtures("short")
def test_the_twin_holds_the_whole_document_whatever_the_page_shows(client: FlaskClient) -> None:
    facts = client.get(f"{READER}.json?part=2").json
    assert facts is not None
    assert (facts["text"], len(facts["statements"])) == (ARTICLE_TEXT, 6)
    assert {"links", "mentions", "pages", "facts", "copies"} <= set(facts)


def test_the_id_of_a_passage_as_an_address_leads_to_its_words(client: FlaskClient) -> None:
    answer = client.get(f"/document/{quote(f'{ARTICLE}#char=4,19')}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{READER}?words=4-19#words")
    assert client.get(f"/document/{quote(f'{ARTICLE}#char=4,x')}").status_code == 404
