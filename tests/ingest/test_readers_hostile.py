"""Files made to hurt: each is read or named, in its turn, and nothing else is disturbed."""

import pytest

from ingest.readers import Unreadable, read
from tests.ingest.printed import packed, pdf

HEAD = b"<!DOCTYPE html><html><body>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.html", HEAD + b"<div>" * 50_000 + b"<p>Harbour Street.</p>"),
        ("lists.html", HEAD + b"<ul><li>" * 5_000 + b"Harbour Street."),
        ("entities.html",
         b'<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><html><p>&a;'),
        ("attributes.html", HEAD + b"<p " + b"a=1 " * 100_000 + b">Harbour Street.</p>"),
        ("quotes.md", b"> " * 50_000 + b"Harbour Street."),
        ("lists.md", b"\n".join(b" " * (2 * n) + b"- Quay" for n in range(2_000))),
        ("brackets.md", b"[" * 50_000 + b"Quay" + b"]" * 50_000),
        ("stars.md", b"*a **b " * 20_000),
        ("nulls.pdf", b"%PDF-1.7\n" + b"\x00" * 100_000),
        ("cut.pdf", pdf("Harbour Street", "Mill Lane")[:-400]),
        ("boundary.eml", b"Subject: x\nContent-Type: multipart/mixed\n\n--\n--\n"),
        ("charset.eml", b"Subject: x\nContent-Type: text/plain; charset=none\n\nQuay"),
        ("coded.eml", b"Subject: =?x?b?!?= =?utf-8?q?=ff?=\nFrom: " + b"(" * 5_000 + b"\n\nQuay"),
        ("rels.docx", packed({"word/document.xml": b"<a/>", "_rels/.rels": b"<b/>"})),
    ],
)  # fmt: skip
def test_a_hostile_file_is_read_or_named(name: str, data: bytes) -> None:
    try:
        told = read(data, name)[1].text
    except Unreadable as fault:
        told = fault.sentence()
    assert told.strip()


def test_scripts_are_no_words() -> None:
    page = HEAD + b"<p>Harbour Street is open.</p><script>alert('Mill Lane')</script><p>Quay.</p>"
    assert "Mill" not in read(page, "a.html")[1].text
