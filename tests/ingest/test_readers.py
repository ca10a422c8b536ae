import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers import READERS, Unreadable, read, reader_name
from tests.ingest.printed import packed, pdf

PAGE = b"<!DOCTYPE html><html><body><p>Words on a page of the web.</p></body></html>"
BEGINNINGS = [b"<html><p>", b"%PDF-1.4\n", b"Subject: x\n", PAGE]


@pytest.mark.parametrize(
    ("name", "data", "kind", "notes"),
    [
        ("a.txt", b"Words.", "text/plain", ()),
        ("a", b"Words.", "text/plain", ()),
        ("a.txt", b"Words on %PDF- and RIFF, ID3 and Rar!", "text/plain", ()),
        ("a.pdf", b"\r\n" + pdf("Words."), "application/pdf", ()),
        ("a.md", b"Words.", "text/markdown", ()),
        ("a.HTM", PAGE, "text/html", ()),
        ("a.pdf", pdf("Words."), "application/pdf", ()),
        ("a.txt", pdf("Words."), "application/pdf",
         ("it is a PDF named .txt, and was read as a PDF",)),
        ("a.pdf", PAGE, "text/html",
         ("it is a web page (HTML) named .pdf, and was read as a web page (HTML)",)),
        ("a.pdf", b"Words.", "text/plain",
         ("it is plain text named .pdf, and was read as plain text",)),
        ("a.aspx", PAGE, "text/html",
         ("it is a web page (HTML) named .aspx, and was read as a web page (HTML)",)),
    ],
)  # fmt: skip
def test_a_file_is_read_as_what_it_is_and_a_wrong_extension_is_said(
    name: str, data: bytes, kind: str, notes: tuple[str, ...]
) -> None:
    media_type, text, said = read(data, name)
    assert (media_type, "Words" in text.text, said) == (kind, True, notes)


@pytest.mark.parametrize(
    ("name", "data", "happened"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \r\n ", "it is empty"),
        ("a.docx", b"PK\x03\x04....", "this ZIP container is damaged and cannot be opened"),
        ("a.docx", b"\xd0\xcf\x11\xe0",
         "it is an old Office document or an Outlook message, which is not read"),
        ("a.docx", packed({"xl/workbook.xml": b"<x/>"}),
         "it is a spreadsheet (Excel), which is not read"),
        ("a.docx", packed({"word/document.xml": b"<x/>"}),
         ("it is a Word document (DOCX) that is damaged or was made in an unusual way, and cannot "
         "be read (KeyError)")),
        ("a.eml", b"Only words", "it is named .eml, and has none of the headers of a message"),
        ("a.csv", b"a,b", "files of the kind .csv are not read"),
        ("a.pdf", b"\x89PNG\r\n", "it is a picture (PNG), which is not read"),
        ("a.pdf", b"\x00\x01\x02", "it is named .pdf, and is neither that nor text"),
        ("a.md", b"---\ntitle: x\n---\n", "it holds no words"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_to_do(name: str, data: bytes, happened: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    assert caught.value.happened == happened
    assert caught.value.remedy


def test_every_reader_says_its_revision_and_the_version_of_its_library() -> None:
    assert [reader_name(kind).split("(")[0] for kind in READERS] == [
        "plain 1 ", "markdown 1 ", "html 1 ", "pdf 2 ", "word 1 ", "mail 1 ",
    ]  # fmt: skip


@settings(max_examples=150)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.zip", "a"]),
    st.binary(max_size=200)
    | st.builds(
        bytes.__add__,
        st.sampled_from([b"<html><p>", b"%PDF-1.4\n", b"Subject: x\n", PAGE]),
        st.binary(),
    ),
)
def test_whatever_its_bytes_a_file_is_read_or_named(name: str, data: bytes) -> None:
    try:
        told = read(data, name)[1].text
    except Unreadable as fault:
        told = fault.sentence()
    assert told.encode("utf-8").strip()
