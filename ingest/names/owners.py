"""The body that owns a role which names none: “Its director”, “whose chair”, “Chair, Bay Board”."""

import re

from ingest.names.beside import signs
from ingest.names.found import Bodies, Found
from ingest.reading import Extent

_ITS = re.compile(r"(?:^|(?<=[.!?”\n] ))(?:Its|Their) $|\b(?:its|their) $")
_WHOSE = re.compile(r",? whose $")
_THEN = re.compile(r", (?:the )?")
_ENDS = re.compile(r"[,.;:)\n]|\Z| and\b")
_MINISTER = re.compile(r"(?:Minister|Secretary of State|Secretary) (?P<matter>(?:for|of) .+)$")
_NEAR = 200
_HEAD = 400


def owner_of(text: str, role: Extent, name: Extent, bodies: Bodies) -> Found | None:
    """Return the body to which the words around a role tie it, null where they tie it to none."""
    return (
        _following(text, role, bodies)
        or _preceding(text, role, bodies)
        or _letterhead(text, role, name, bodies)
        or _ministry(text, role, bodies)
    )


def _ministry(text: str, role: Extent, bodies: Bodies) -> Found | None:
    """Return the Ministry for Ferries of a “Minister for Ferries”."""
    post = _MINISTER.search(text[role.start : role.end])
    body = bodies.ending(post["matter"]) if post is not None else None
    return body if body is not None and body.kind == "department" else None


def _following(text: str, role: Extent, bodies: Bodies) -> Found | None:
    """Return the body of “Chief Executive, Saltmere Water;”."""
    comma = _THEN.match(text, role.end)
    body = bodies.starting(comma.end()) if comma is not None else None
    ends = body is not None and _ENDS.match(text, body.extent.end)
    return body if ends else None


def _preceding(text: str, role: Extent, bodies: Bodies) -> Found | None:
    """Return the body of “Its director”, “whose director” and “the council's director”."""
    before = text[max(0, role.start - 10) : role.start]
    near = bodies.before(role.start, _NEAR)
    if not near:
        return None
    if _WHOSE.search(before):
        tied = text[near[-1].extent.end : role.start]
        return near[-1] if tied.strip(" ,") == "whose" else None
    if text[near[-1].extent.end : role.start] in ("'s ", "’s ", "’ ", "' "):
        return near[-1]
    same = len({body.identity for body in near}) == 1
    return near[-1] if same and _ITS.search(before) else None


def _letterhead(text: str, role: Extent, name: Extent, bodies: Bodies) -> Found | None:
    """Return the body that heads a document which somebody signs, name and role on two lines."""
    start = text.rfind("\n", 0, name.start) + 1
    below = start == name.start and role.start > name.end and "\n" in text[name.end : role.start]
    signed = below and (signs(text, start) or len(text) - role.end < _NEAR)
    return bodies.head(text, _HEAD) if signed else None
