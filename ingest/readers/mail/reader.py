"""E-mail (`.eml`): who wrote to whom, when and about what, then the body. Attachments are apart."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

from graph.model import PartialDate
from ingest.readers.charset import decode
from ingest.readers.html import declared_charset
from ingest.readers.htmlwords import blocks
from ingest.readers.mail.parts import Part, body_parts, bytes_of, left_out_pictures, message
from ingest.readers.readtext import ReadText

_SHOWN = ("From", "To", "Cc", "Date")
_SIGNATURE = "-- "  # RFC 3676, 4.3: never joined with the next line


def read(data: bytes) -> ReadText:
    """Return subject, sender, receivers and date, each on a line, then the body; raise Unreadable.

    The text body is preferred to the HTML body, as the sender's own words without layout.
    """
    whole = message(data)
    subject = header(whole, "Subject")
    fields = [f"{name}: {value}" for name in _SHOWN if (value := header(whole, name))]
    bodies = [_body(part) for part in body_parts(whole)]
    pictures = left_out_pictures(whole)
    parts = [subject, "\n".join(fields), *(words for words, _ in bodies)]
    sent = _sent(header(whole, "Date"))
    return ReadText(
        text="\n\n".join(filter(None, parts)),
        title=subject or None,
        author=header(whole, "From") or None,
        published=PartialDate.parse(sent.date().isoformat()) if sent else None,
        left_out=tuple(f"picture: {name}" for name in pictures),
        notes=tuple(dict.fromkeys(note for _, notes in bodies for note in notes)),
    )


def header(part: Part, name: str) -> str:
    """Return a header's words on one line, empty where there is none."""
    try:
        value = str(part.get(name, ""))
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # The library's parser of addresses fails on some that are malformed; as it came, then.
        value = next((raw for key, raw in part.raw_items() if key.lower() == name.lower()), "")
    return re.sub(r"[\s\x00-\x1f\ufffd]+", " ", value).encode("utf-8", "replace").decode().strip()


def _sent(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except (LookupError, OverflowError, RecursionError, TypeError, ValueError):
        return None


def _body(part: Part) -> tuple[str, tuple[str, ...]]:
    data, charset = bytes_of(part), part.get_content_charset()
    if not data.strip():
        return "", ()
    if part.get_content_type() == "text/html":
        return _page(data, charset)
    words, notes = decode(data, declared=charset)
    lines = words.replace("\r\n", "\n").strip("\n").split("\n")
    if part.get_param("format") == "flowed":
        lines = list(_unflowed(lines, delete=part.get_param("delsp") == "yes"))
    return "\n".join(line.rstrip() for line in lines), notes


def _page(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    page, notes = decode(data, declared=charset or declared_charset(data))
    return "\n\n".join(blocks(page)), notes


def _unflowed(lines: list[str], *, delete: bool) -> Iterator[str]:
    """Yield whole paragraphs of flowed text (RFC 3676, 4.2): a line that ends in a blank goes on.

    Quoted lines are left as they are.
    """
    begun = ""
    for line in lines:
        flows = line.endswith(" ") and line != _SIGNATURE and not line.startswith(">")
        stuffed = line.removeprefix(" ")
        begun += stuffed[:-1] if flows and delete else stuffed
        if not flows:
            yield begun
            begun = ""
    if begun:
        yield begun
