from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.graph.search.hostile import HOSTILE, TELLS
from tests.web.addresses import Page
from tests.wexcombe import ARTICLE, ARTICLE_TEXT


def test_a_place_in_a_text_opens_the_reader_at_its_words(client: FlaskClient) -> None:
    html = client.get("/search?q=nursing&kind=document").text
    start = ARTICLE_TEXT.index("nursing")
    address = f"/document/{ARTICLE}?words={start}-{start + 7}#words"
    assert address in Page(html).values("href", "a")
    assert "1 paragraph with these words" in html
    reader = client.get(address.partition("#")[0]).text
    assert 'id="words">nursing</span>' in reader


def test_counts_are_of_all_kinds_whatever_is_shown(client: FlaskClient) -> None:
    found = client.get("/search.json?q=wexcombe&kind=place").json
    assert found is not None
    assert [hit["id"] for hit in found["results"]] == ["place-wexcombe"]
    assert found["counts"] == {"organisation": 3, "place": 1, "document": 2}
    assert (found["total"], found["truncated"], found["notes"]) == (1, False, [])


@pytest.mark.parametrize("words", ['"', "-", "NEAR(", "%00", "%ED%A0%80", "a" * 4000, "* " * 900])
def test_no_words_break_the_page(client: FlaskClient, words: str) -> None:
    for address in (f"/search?q={words}", f"/search.json?q={words}", f"/scene?q={words}"):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_breaks_the_page_or_shows_how_it_is_searched(
    client: FlaskClient, words: str
) -> None:
    said = quote(words, errors="surrogatepass")
    for address in (f"/search?q={said}", f"/search.json?q={said}"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not [tell for tell in TELLS if tell in answer.text.lower()]


def test_more_words_than_are_searched_for_are_told(client: FlaskClient) -> None:
    assert "Only the first 64 words were searched for." in client.get("/search?q=" + "x+" * 70).text
