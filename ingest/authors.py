"""Who “I” and “we” are outside quotation marks: whose turn it is, who signs, who issued the text.

A letter and a coroner's report are their signatory's. “We found” is the body whose document it is:
its publisher, else the body that heads it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.documents_speak import ISSUING
from ingest.field import Field
from ingest.names.beside import signs
from ingest.reading import Extent, Named

SINGULAR = frozenset(["i", "me", "my"])
PLURAL = frozenset(["we", "our", "us"])
_NAME_LABEL = re.compile(
    r"(?i)^[^\n:]{0,40}\bname:\s*$|^(?:\d+[.)]?\s*)?I am (?:the )?$"
    r"|^(?:written |report(?:ed)? |prepared )?(?:by|author):? (?:the )?$"
)
_AUTHOR_LINE = re.compile(r"(?i)^(?:a )?(?:report|statement|paper|letter) (?:of|by) (?:the )?")
# “Written evidence submitted by X”, “Submission of X to the inquiry”, on a line of its own.
_SUBMITTED = re.compile(
    r"(?i)^(?:[\w’'-]+ ){0,4}?(?:submissions?|evidence|representations|response)"
    r"(?: to [^,.;:“”]{1,80}?)?,? (?:(?:submitted|made|given|provided) )?"
    r"(?:by|from|of|on behalf of) (?:the )?$"
)
_TO = re.compile(r"(?:\([^)]*\)|(?:to|on) [^.;:“”]{1,100})?$")
_LETTER = re.compile(r"(?m)^\s*(?:Dear |Yours (?:sincerely|faithfully|truly|ever))")
_NEWS = re.compile(r"(?m)^\s*By [A-Z]")
_REPORT = re.compile(
    r"(?im)^(?:\d+\.? )?(?:recommendations|key findings|areas for improvement)\s*$"
    r"|\b(?:in|of) this report\b|\bour (?:inspection|inspectors)\b"
)
_HEAD = 700
_FOOT = 400
_OWNS = frozenset(["'s", "’s", "'", "’"])
_DATE = re.compile(r"^(?:\d{1,2} [A-Z][a-z]+ \d{4}|(?:Dated|Date|Signed)\b.*)$")


def author(field: Field, source: Extent) -> Named | None:
    """Return who “I” is at this place, null where nothing settles it."""
    turn = _turn(field, source)
    if turn is not None:
        return turn
    for found in (_labelled(field), _signed(field), _below(field), _leading(field)):
        if found:
            return found[0] if len({named.key for named in found}) == 1 else None
    return None


def issuer_of_all(field: Field) -> Named | None:
    """Return the body whose document the whole text is, null where nothing settles it."""
    bodies = [named for named in field.mentions if named.type == "organisation"]
    publisher = field.reading.publisher
    for named in bodies:
        entity = field.names.entity(named.key)
        if publisher is not None and publisher in (entity.name, *entity.aliases):
            return named
    if publisher is not None or _is_news(field):
        return None
    heading = next((named for named in bodies if _heads(field, named)), None)
    return submitter(field) or heading or _reporting(field, bodies)


def submitter(field: Field) -> Named | None:
    """Return the body whose submission a line at the head says the text is."""
    return next((named for named in field.mentions if _submits(field, named)), None)


def _reporting(field: Field, bodies: Sequence[Named]) -> Named | None:
    """Return the only body whose work is to report, in a text that calls itself a report."""
    if not _REPORT.search(field.reading.text):
        return None
    fitting = {n.key: n for n in bodies if field.names.kinds.get(n.key) in ISSUING}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def speaks_as_we(field: Field, source: Extent) -> Named | None:
    """Return who “we” is: the signatory of a letter, else the issuer, else the author."""
    if _turn(field, source) is not None or _LETTER.search(field.reading.text):
        return author(field, source)
    body = issuer_of_all(field)
    return body if body is not None or _is_news(field) else author(field, source)


def _is_news(field: Field) -> bool:
    """Whether it has a byline: its “we” is the paper, and never the reporter."""
    return bool(_NEWS.search(field.reading.text[:_HEAD]))


def _turn(field: Field, source: Extent) -> Named | None:
    """Return whose turn the paragraph is: the person and the colon that it begins with."""
    number = field.paragraph(source) - 1
    if number < 0:
        return None
    paragraph = field.reading.paragraphs[number].extent
    opening = field.inside(paragraph)[:1]
    if not opening or opening[0].extent.start != paragraph.start or opening[0].type != "person":
        return None
    labels = field.reading.text.startswith(":", opening[0].extent.end)
    return opening[0] if labels else None


def _people(field: Field) -> Iterator[tuple[Named, int, str, str]]:
    """Yield the people named, each with the start of its line and the line around the name."""
    text = field.reading.text
    for named in field.mentions:
        if named.type == "person" and named.level == "name":
            start = text.rfind("\n", 0, named.extent.start) + 1
            end = text.find("\n", named.extent.end)
            after = text[named.extent.end : len(text) if end < 0 else end]
            yield named, start, text[start : named.extent.start], after.strip()


def _labelled(field: Field) -> list[Named]:
    """Return who stands after “Coroner name:”, “I am” or “Report of the Monitoring Officer,”."""
    found = []
    for named, _, before, after in _people(field):
        introduced = _AUTHOR_LINE.match(before) and before.endswith(", ") and not after
        if _NAME_LABEL.match(before) or introduced:
            found.append(named)
    return found


def _signed(field: Field) -> list[Named]:
    """Return who signs after a letter's close."""
    text = field.reading.text
    return [
        named for named, start, before, _ in _people(field) if not before and signs(text, start)
    ]


def _below(field: Field) -> list[Named]:
    """Return who stands alone on one of the last lines, with a post or a date below or nothing."""
    text, found = field.reading.text.rstrip(), []
    for named, start, before, after in _people(field):
        if before or len(after.split()) > 1 or named.extent.end < len(text) - _FOOT:
            continue
        lines = text[start:].split("\n")[1:]
        if len(lines) <= 2 and all(_signs_off(field, start, line) for line in lines):
            found.append(named)
    return found


def _leading(field: Field) -> list[Named]:
    """Return whose inquiry it is, where the words call one so: “Sir Ivo Tresk's Quay Inquiry”."""
    found = []
    for named, body in pairwise(field.mentions):
        owned = field.reading.words(Extent(named.extent.end, body.extent.start)).rstrip() in _OWNS
        inquiry = field.names.kinds.get(body.key) == "inquiry"
        if named.type == "person" and named.level == "name" and owned and inquiry:
            found.append(named)
    return found


def _signs_off(field: Field, start: int, line: str) -> bool:
    roles = [role for role in field.names.roles if role.extent.start >= start]
    posts = any(field.reading.words(role.extent).split("\n")[0] in line for role in roles)
    short = len(line.split()) <= 8 and not line.rstrip().endswith(".")
    return not line.strip() or bool(_DATE.match(line.strip())) or posts or short


def _heads(field: Field, named: Named) -> bool:
    """Whether the body stands on a line of its own at the head of the document."""
    if not _in_head(named):
        return False
    before, after = _line(field, named)
    return len(f"{before} {after}".strip(" ,.:|").split()) <= 1


def _submits(field: Field, named: Named) -> bool:
    """Whether a line at the head of the document says that it is the body's submission."""
    if named.type != "organisation" or not _in_head(named):
        return False
    before, after = _line(field, named)
    return bool(_SUBMITTED.match(before) and _TO.match(after.strip()))


def _in_head(named: Named) -> bool:
    return named.extent.start <= _HEAD and named.level == "name"


def _line(field: Field, named: Named) -> tuple[str, str]:
    """Return what stands on a name's line before it and after."""
    text, (start, end) = field.reading.text, named.extent
    stop = text.find("\n", end)
    first = text.rfind("\n", 0, start) + 1
    return text[first:start].lstrip(), text[end : len(text) if stop < 0 else stop].rstrip()
