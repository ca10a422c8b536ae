"""The parts of a message: its body, its attachments, and the pictures that only decorate it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import PurePosixPath

from ingest.readers import media
from ingest.readers.readtext import Unreadable

PARTS_LIMIT = 500
Part = EmailMessage
# Headers are never folded anew, so that an attached message keeps its bytes.
_POLICY = policy.default.clone(refold_source="none")
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]+)\"|([^\s;\"]+))", re.I)
_HEADERS = ("From", "To", "Date", "Subject", "Message-ID")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message."""

    name: str
    data: bytes


def message(data: bytes) -> Part:
    """Return the message; raise Unreadable where it is none, locked, or has too many parts."""
    _refuse_many(data)
    whole = message_from_bytes(data, policy=_POLICY)
    if not any(name in whole for name in _HEADERS):
        raise Unreadable(
            "it is named .eml, and has none of the headers of a message",
            remedy="Save the message again from your mail program, as .eml",
        )
    kinds = {part.get_content_type() for part in whole.walk()}
    if kinds & {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
        raise Unreadable(
            "this message is encrypted",
            remedy="Open it in your mail program and save its text and attachments",
        )
    return whole


def _refuse_many(data: bytes) -> None:
    """Raise Unreadable before anything is taken apart: parts in parts cost the square of them."""
    marks = {one or two for one, two in _BOUNDARY.findall(data)}
    count = len(re.findall(rb"^content-type:\s*message/rfc822", data, re.I | re.M))
    count += sum(line[2:].rstrip(b"\r\n \t") in marks for line in _dashed(data)) if marks else 0
    if count > PARTS_LIMIT or len(marks) > PARTS_LIMIT:
        raise Unreadable(
            f"this message has {max(count, len(marks))} parts, and the limit is {PARTS_LIMIT}",
            remedy="Save the attachments that matter, and ingest them",
        )


def _dashed(data: bytes) -> Iterator[bytes]:
    return (match.group() for match in re.finditer(rb"^--[^\r\n]*", data, re.M))


def body_parts(whole: Part) -> list[Part]:
    """Return the body, and further pieces of text that stand in the message itself."""
    body = whole.get_body(("plain", "html"))
    bodies = [body] if isinstance(body, EmailMessage) else []
    return bodies + [part for part in _leaves(whole) if part not in bodies and _is_words(part)]


def attachments(data: bytes) -> Iterator[Attachment]:
    """Yield what came with a message, in its order; raise Unreadable."""
    whole = message(data)
    bodies = body_parts(whole)
    for number, part in enumerate(_leaves(whole), 1):
        if part not in bodies and not _is_picture(part):
            yield Attachment(name=_name(part, number), data=bytes_of(part))


def left_out_pictures(whole: Part) -> list[str]:
    """Return the names of pictures that stand in the message and are not attached to it."""
    leaves = enumerate(_leaves(whole), 1)
    return [_name(part, number) for number, part in leaves if _is_picture(part)]


def bytes_of(part: Part) -> bytes:
    """Return the bytes of a part, decoded from how they were sent."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        attached = inner[0] if isinstance(inner, list) and inner else None
        return _as_sent(attached) if isinstance(attached, Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _as_sent(attached: Message) -> bytes:
    try:
        return attached.as_bytes()
    except (AttributeError, LookupError, TypeError, ValueError):
        return b""  # malformed beyond writing it down again, and named as empty


def _leaves(part: Message) -> Iterator[Part]:
    """Yield the parts that hold something; of alternatives and attached messages, the whole."""
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        if isinstance(part, EmailMessage) and not _is_alternative(part):
            yield part
        return
    inner = part.get_payload()
    for one in inner if isinstance(inner, list) else ():
        if isinstance(one, Message):
            if part.get_content_type() == "multipart/alternative" and not one.is_multipart():
                continue
            yield from _leaves(one)


def _is_alternative(part: Part) -> bool:
    return part.get_content_type() in ("application/pgp-signature", "application/pkcs7-signature")


def _is_words(part: Part) -> bool:
    inline = part.get_content_disposition() != "attachment" and not part.get_filename()
    return inline and part.get_content_type() == "text/plain"


def _is_picture(part: Part) -> bool:
    inline = part.get_content_disposition() != "attachment"
    return inline and part.get_content_maintype() == "image"


def _name(part: Part, number: int) -> str:
    """Return the name of an attachment, without folders that a sender may have put into it."""
    kind = part.get_content_type()
    given = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
    if kind == "message/rfc822":
        return given if given.lower().endswith(".eml") else f"{given or f'message-{number}'}.eml"
    return given or f"attachment-{number}{media.extension(kind)}"
