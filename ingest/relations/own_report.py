"""What a report says of itself: who put it out, whom it is sent to, and which others are theirs."""

import re
from collections.abc import Iterator
from itertools import chain

from ingest.dates import read_date
from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.relations.draft import Draft
from ingest.self_report import unnamed_key

_PUBLISHED_LINE = "(?:Published|Issued|Produced) by {source:O+}(?: on {date})?"
_CORONER = re.compile(r"(?i)^\s*coroner(?:[’']s)?(?: name)?\s*:")
_SENDS = re.compile(r"(?i)\b(?:sent|addressed|copied) to\s*:?\s*$")
_ITEM = re.compile(r"\s*(?:\(?(?P<number>\d{1,2})[.)]|[-•*–])\s")
_I_AM = "I am {source:P},? (?:the |an? )?(?:[A-Z][a-z]+ ){0,3}[Cc]oroner"
_OURS = "\\b[Oo]ur (?:{word}){0,2}{target:R!}"


def find_own_publications(ground: Ground) -> Iterator[Draft]:
    """Yield the links of the report that the document is, by its form, lines and lists."""
    published = tuple(
        chain(_by_coroner(ground), _published_by(ground), _under_a_letterhead(ground))
    )
    yield from published
    yield from _ours(ground, sorted({draft.source for draft in published}))
    yield from _sent_to(ground)


def _ours(ground: Ground, publishers: list[str]) -> Iterator[Draft]:
    """Yield that the other reports which the authors call theirs are of the same publishers."""
    for masked in ground.paragraphs if publishers else ():
        for match in compile_rule(_OURS).finditer(masked.line):
            if masked.line.count("“", 0, match.start()) > masked.line.count("”", 0, match.start()):
                continue
            for named in masked.named(match["target"]):
                for source in publishers if named.key != ground.own else ():
                    yield Draft(
                        type="PUBLISHED", source=source, target=named.key, rule="our-report",
                        extents=(masked.extent(*match.span()),), inferred=True, confidence="medium",
                    )  # fmt: skip


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
