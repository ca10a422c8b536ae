import pytest

from graph.model import PartialDate
from ingest.readers import Unreadable, html
from ingest.readers.readtext import ReadText

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Arkwright accepts findings - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2026-03-04T09:00:00Z">
<link rel="canonical" href="https://post.example/arkwright"></head>
<body><nav><a href="/">Home</a> <a href="/all">All stories</a></nav>
<article><h1>Arkwright accepts findings</h1>
<p>The leader of the council, <b>Mina   Arkwright</b>, has
accepted the findings.</p><h2>What she said</h2>
<p>“We accept them,” she told<br>the meeting.</p>
<ul><li>First point of the list</li></ul><blockquote><p>“In a block.”</p></blockquote>
<table><tr><th>Body</th><th>Date</th></tr><tr><td>Council</td><td>4 March</td></tr></table>
</article><footer>Copyright 2019 Harbour Post</footer></body></html>"""

TEXT = """Arkwright accepts findings

The leader of the council, Mina Arkwright, has accepted the findings.

What she said

“We accept them,” she told
the meeting.

- First point of the list

“In a block.”

Body | Date

Council | 4 March"""


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("utf-16", "utf-16")]
)
def test_the_main_text_and_what_the_page_declares_are_read(charset: str, encoding: str) -> None:
    assert html.read(PAGE.format(charset=charset).encode(encoding)) == ReadText(
        text=TEXT,
        title="Arkwright accepts findings",
        url="https://post.example/arkwright",
        publisher="Harbour Post",
        published=PartialDate(value="2026-03-04", precision="day"),
    )


def test_a_date_in_running_text_is_not_taken_for_the_date_of_publication() -> None:
    read = html.read(b"<html><body><p>The hearing was on 4 March 2019 at noon.</p></body></html>")
    assert read == ReadText(text="The hearing was on 4 March 2019 at noon.")


def test_a_page_without_text_is_named() -> None:
    with pytest.raises(Unreadable, match="no text was found on this page"):
        html.read(b"<html><head><title>x</title></head><body><script>1</script></body></html>")


@pytest.mark.parametrize("charset", ["rot13", "hex", "utf-7", "utf-16", "unheard", "mbcs"])
def test_a_declared_encoding_that_no_page_can_have_is_passed_over(charset: str) -> None:
    page = f'<html><meta charset="{charset}"><body><p>“Yes,” said Zoë.</p></body></html>'
    assert html.read(page.encode()) == ReadText(text="“Yes,” said Zoë.")
