from email.message import EmailMessage

import pytest

from graph.model import PartialDate
from ingest.readers import Unreadable, mail, read
from ingest.readers.mail import Attachment, attachments
from ingest.readers.readtext import ReadText


def message(body: str = "We accept it.\n\nMina", **headers: str) -> EmailMessage:
    whole = EmailMessage()
    given = {
        "Subject": "The Harbour report", "From": "Mina Arkwright <mina@harbour.example>",
        "To": "Post <post@post.example>", "Date": "Wed, 04 Mar 2026 23:30:00 -0500", **headers,
    }  # fmt: skip
    for name, value in given.items():
        whole[name] = value
    whole.set_content(body)
    return whole


HEAD = """The Harbour report

From: Mina Arkwright <mina@harbour.example>
To: Post <post@post.example>
Date: Wed, 04 Mar 2026 23:30:00 -0500

"""


def test_who_wrote_what_to_whom_and_when_is_read() -> None:
    whole = message()
    whole.add_alternative("<p>We <b>accept</b> it.</p>", subtype="html")
    assert mail.read(whole.as_bytes()) == ReadText(
        text=f"{HEAD}We accept it.\n\nMina",
        title="The Harbour report",
        author="Mina Arkwright <mina@harbour.example>",
        published=PartialDate(value="2026-03-04", precision="day"),
    )


def test_the_html_body_is_read_where_there_is_no_other() -> None:
    whole = message()
    whole.set_content("<p>We <b>accept</b> it, café.</p><p>Mina</p>", "html", charset="cp1252")
    assert mail.read(whole.as_bytes()).text == f"{HEAD}We accept it, café.\n\nMina"


def test_no_word_of_an_html_body_is_left_out() -> None:
    whole = message()
    whole.set_content(
        "<html><head><style>p{}</style></head><body>Dear Owen,<br> <br>Hello,<div>No.</div>"
        "<div><br></div><table><tr><td><p>First.</p><p>Second <b>thing</b>.</p></td></tr></table>"
        "<ul><li>one</li><li><p>two</p></li></ul><table><tr><th>Body</th><th>Day</th></tr></table>"
        "<p class=x>From: Owen<br>Sent: Monday</p>Mina<script>x()</script></body></html>",
        "html",
    )
    assert mail.read(whole.as_bytes()).text.removeprefix(HEAD).split("\n\n") == [
        "Dear Owen,", "Hello,", "No.", "First.", "Second thing.", "- one", "- two", "Body | Day",
        "From: Owen\nSent: Monday", "Mina",
    ]  # fmt: skip


def test_flowed_lines_are_paragraphs_again() -> None:
    whole = message("We accept \nit whole.\n> as you \n> asked\n-- \nMina")
    whole.set_param("format", "flowed")
    assert mail.read(whole.as_bytes()).text == (
        f"{HEAD}We accept it whole.\n> as you\n> asked\n--\nMina"
    )


def test_attachments_are_apart_and_pictures_in_the_message_are_left_out() -> None:
    whole = message()
    whole.add_attachment(b"%PDF-", "application", "pdf", filename="../../etc/minutes.pdf")
    whole.add_attachment(b"words", "text", "plain", filename=r"C:\notes.txt")
    whole.add_attachment(b"\x89PNG", "image", "png", filename="logo.png", disposition="inline")
    whole.add_attachment(message("Inner.", Subject="Earlier"))
    data = whole.as_bytes()
    *files, inner = attachments(data)
    assert files == [
        Attachment(name="minutes.pdf", data=b"%PDF-"),
        Attachment(name="notes.txt", data=b"words"),
    ]
    assert (inner.name, mail.read(inner.data).title) == ("message-5.eml", "Earlier")
    found = mail.read(data)
    assert (found.text, found.left_out) == (
        f"{HEAD}We accept it.\n\nMina", ("picture: logo.png",),
    )  # fmt: skip


def test_headers_that_the_library_cannot_parse_are_kept_as_they_came() -> None:
    found = mail.read(b"Subject: =?utf-8?q?Caf=C3=A9?=\nDate: never\nFrom: <<@>,;:\n\nWords.\n")
    assert (found.title, found.published, found.text.split("\n\n")[-1]) == (
        "Café", None, "Words.",
    )  # fmt: skip


def many(parts: int) -> bytes:
    return b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + parts * (
        b"--b\nContent-Type: text/plain\n\nwords\n"
    )


def nested(depth: int) -> bytes:
    data = b"Subject: x\n"
    for number in range(depth):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
    return data + b"\nwords"


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (many(1000), "this message has 1000 parts, and the limit is 500"),
        (nested(5000), "this message has 5000 parts, and the limit is 500"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nMII", "this message is encrypted"),
        (b"\nno headers", "it is named .eml, and has none of the headers of a message"),
    ],
)
def test_a_bad_message_is_named_with_its_cause(data: bytes, happened: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.eml")
    assert caught.value.happened == happened
    assert caught.value.remedy
