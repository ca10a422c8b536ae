"""PUBLISHED, COMMISSIONED and ADDRESSED_TO: where a report or an operation comes from."""

import re
from collections.abc import Iterator, Sequence

from ingest.dates import read_date
from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.reading import Extent
from ingest.relations.draft import Draft
from ingest.relations.inspections import is_inspectorate
from ingest.relations.rules import apply_rules
from ingest.self_report import unnamed_key

_PUBLISHED_LINE = "(?:Published|Issued|Produced) by {source:O+}(?: on {date})?"
_CORONER = re.compile(r"(?i)^\s*coroner(?:[’']s)?(?: name)?\s*:")
# “The board rejected recommendation 3.1” names who answers; “the board’s findings”, who wrote.
_PART = re.compile(r"(?i)\b(?:recommendations?|findings?|conclusions|foreword)(?: [\dR.]+)?$")
_POSSESSIVE = re.compile(r"[’']s?\s")
_SENDS = re.compile(r"(?i)\b(?:sent|addressed|copied) to\s*:?\s*$")
_ITEM = re.compile(r"\s*(?:\(?(?P<number>\d{1,2})[.)]|[-•*–])\s")
_I_AM = "I am {source:P},? (?:the |an? )?(?:[A-Z][a-z]+ ){0,3}[Cc]oroner"
_WE_BEGAN = re.compile(
    r"(?i)\bwe(?: have|[’']ve)? (?:initiated|launched|set up|established|commissioned)\b"
    r"[^.;!?]{0,60}?(?P<target>\ue000[XRI]\d+\ue001)"
)


def find_publications(ground: Ground, roles: Sequence[Draft]) -> Iterator[Draft]:
    """Yield who published, commissioned or was sent what; `roles` say for whom somebody speaks."""
    for draft in apply_rules(ground, "publications"):
        if draft.rule != "report-of-owner" or _is_publisher(ground, draft):
            yield draft
    yield from _we_began(ground, roles)
    yield from _by_coroner(ground)
    yield from _published_by(ground)
    yield from _under_a_letterhead(ground)
    yield from _sent_to(ground)


def _is_publisher(ground: Ground, draft: Draft) -> bool:
    """Return whether an owner wrote the report: “the force's inspection” is of the force."""
    words = " ".join(ground.reading.words(extent) for extent in draft.extents)
    if _PART.search(words) and not _POSSESSIVE.search(words):
        return False
    if re.search(r"(?i)inspection|revisit", words):
        return is_inspectorate(ground, draft.source)
    return True


def _we_began(ground: Ground, roles: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what a body began: “we have launched …” in its own statement speaks of it."""
    for masked in ground.paragraphs:
        for match in _WE_BEGAN.finditer(masked.line):
            extent = masked.extent(*match.span())
            for body in _speaking_for(ground, roles, extent):
                for target in masked.named(match["target"]):
                    yield Draft(
                        type="COMMISSIONED", source=body, target=target.key, extents=(extent,),
                        rule="we-began",
                    )  # fmt: skip


def _speaking_for(ground: Ground, roles: Sequence[Draft], extent: Extent) -> Iterator[str]:
    """Yield the bodies for which the words of a statement speak."""
    for said in ground.said:
        if any(extent.within(part) for part in said.parts):
            for speaker in said.speakers:
                entity = ground.entities.get(speaker)
                if entity is not None and entity.type == "organisation":
                    yield speaker
                yield from (role.target for role in roles if role.source == speaker)
            yield from said.bodies


def _published_by(ground: Ground) -> Iterator[Draft]:
    """Yield who published the report that the document is, from its own line that says so."""
    if ground.own is None or not _is_the_document(ground, ground.own):
        return
    for masked in ground.paragraphs:
        match = compile_rule(_PUBLISHED_LINE).match(masked.line)
        if match is None:
            continue
        for named in masked.named(match["source"]):
            yield Draft(
                type="PUBLISHED", source=named.key, target=ground.own, rule="published-by-line",
                extents=(masked.extent(*match.span()),),
                date=read_date(match["date"] or "", ground.reading.published),
            )  # fmt: skip


def _under_a_letterhead(ground: Ground) -> Iterator[Draft]:
    """Yield that the body whose name alone is the first line put out the report below it."""
    first = ground.paragraphs[0] if ground.paragraphs else None
    if first is None or ground.own is None or not _is_the_document(ground, ground.own):
        return
    match = compile_rule("(?:The )?{source:O!}$").match(first.line.strip())
    for named in first.named(match["source"]) if match else ():
        yield Draft(
            type="PUBLISHED", source=named.key, target=ground.own, rule="under-a-letterhead",
            extents=(named.extent,), inferred=True, confidence="medium",
        )  # fmt: skip


def _sent_to(ground: Ground) -> Iterator[Draft]:
    """Yield those on the list below “this report is being sent to:”, each line a recipient."""
    if ground.own is None:
        return
    for number, masked in enumerate(ground.paragraphs):
        if not _SENDS.search(masked.line):
            continue
        for count, below in enumerate(ground.paragraphs[number + 1 :], start=1):
            mark = _ITEM.match(below.line)
            if mark is None or (mark["number"] or str(count)) != str(count):
                break
            for named in below.mentions:
                if named.type in {"person", "organisation"}:
                    yield Draft(
                        type="ADDRESSED_TO", source=ground.own, target=named.key,
                        extents=(below.extent(0, len(below.line)),), rule="sent-to-a-list",
                    )  # fmt: skip


def _is_the_document(ground: Ground, own: str) -> bool:
    title = " ".join((ground.reading.title or "").split())
    return own == unnamed_key(ground.reading.document) or ground.entities[own].name == title


def _by_coroner(ground: Ground) -> Iterator[Draft]:
    """Yield that the coroner named on the form made the report that the form is."""
    own = ground.entities.get(ground.own or "")
    if own is None or not (own.reference or own.id == unnamed_key(ground.reading.document)):
        return
    for masked in ground.paragraphs:
        for match in compile_rule(_I_AM).finditer(masked.line):
            for named in masked.named(match["source"]):
                yield Draft(
                    type="PUBLISHED", source=named.key, target=own.id,
                    extents=(masked.extent(*match.span()),), rule="coroner-of-the-form",
                )  # fmt: skip
    for paragraph in ground.reading.paragraphs:
        if _CORONER.match(ground.reading.words(paragraph.extent)):
            for named in ground.within(paragraph.extent):
                if named.type == "person":
                    yield Draft(
                        type="PUBLISHED", source=named.key, target=own.id,
                        extents=(paragraph.extent,), rule="coroner-of-the-form",
                    )  # fmt: skip
