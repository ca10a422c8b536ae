"""One source verified: bytes and text against their hashes, every span against the text."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.archive import Archive, Source
from graph.assembly import Problem
from graph.errors import OnRecordError
from graph.ids import document_id
from graph.masking import BLOCK, touches
from graph.model import Document, Record, SpanMismatch, spans_of

_RESTORE = "Restore the file from a backup, or remove the source and ingest it again"
_AGAIN = "Ingest its source again"
_TAKE = "Ingest its source again if that was meant; else restore the file from a backup"
_DESCRIBED = ("name", "title", "url", "publisher", "published", "licence")
"""What a document's record takes from `source.toml` as it is."""


def source_problems(archive: Archive, sha256: str, tally: Counter[str]) -> Iterator[Problem]:
    """Yield what does not fit about one source; count into `tally` what was verified."""
    tally["sources"] += 1
    where = f"sources/{sha256}"
    try:
        source = archive.source(sha256)
        yield from _description(archive, source, where)
        yield from _bytes(archive, sha256, where)
        text = archive.text(sha256)
    except OnRecordError as fault:
        yield Problem(subject=where, happened=fault.happened, remedy=_RESTORE)
        return
    yield from _text(source, text, where)
    try:
        records = list(archive.records(sha256))
    except OnRecordError as fault:
        yield Problem.of(fault)
        return
    if archive.records_key(sha256) is None:
        yield Problem(subject=where, happened="nothing was extracted from it", remedy=_AGAIN)
    for record in records:
        tally[f"{record.kind}s"] += record.kind in {"statement", "link"}
        if isinstance(record, Document):
            yield from _described(source, record, where)
        yield from _record(record, document_id(sha256), text, tally)
    yield from _naming(records)


def _description(archive: Archive, source: Source, where: str) -> Iterator[Problem]:
    if not where.endswith(source.sha256):
        what = f"its description is that of another source, {source.sha256}"
        yield Problem(subject=f"{where}/source.toml", happened=what, remedy=_RESTORE)
    message = source.attached_to
    if message and not archive.has(message) and not archive.removal(message):
        what = f"it came with a message that is not in the archive, {document_id(message)}"
        yield Problem(subject=where, happened=what, remedy="Ingest the message again")


def _described(source: Source, document: Document, where: str) -> Iterator[Problem]:
    """Yield where the description says something else than the record that was made from it."""
    for name in _DESCRIBED:
        said, kept = getattr(source, name), getattr(document, name)
        # A record masks the names of protected people, which the description keeps.
        if said != kept and BLOCK not in str(kept):
            what = f"its {name} was changed since its records were made"
            yield Problem(subject=f"{where}/source.toml", happened=what, remedy=_TAKE)


def _bytes(archive: Archive, sha256: str, where: str) -> Iterator[Problem]:
    if hashlib.sha256(archive.original(sha256)).hexdigest() != sha256:
        what = "the original bytes do not have the hash they are kept under"
        yield Problem(subject=f"{where}/original", happened=what, remedy=_RESTORE)


def _text(source: Source, text: str, where: str) -> Iterator[Problem]:
    if source.text_sha256 not in {None, hashlib.sha256(text.encode()).hexdigest()}:
        what = "the stored text is not the one that was written"
        yield Problem(subject=f"{where}/text.txt", happened=what, remedy=_RESTORE)
    if any(place > len(text) for place in source.pages):
        what = "a page begins behind the end of the text"
        yield Problem(subject=f"{where}/source.toml", happened=what, remedy=_RESTORE)


def _record(record: Record, document: str, text: str, tally: Counter[str]) -> Iterator[Problem]:
    for span in spans_of(record):
        tally["spans"] += 1
        if span.document != document:
            what = f"{record.id} rests on words of {span.document}, another document"
            yield Problem(subject=document, happened=what, remedy=_AGAIN)
            continue
        try:
            span.check(text)
        except SpanMismatch as fault:
            yield Problem(subject=record.id, happened=fault.happened, remedy=fault.remedy)
    if isinstance(record, Document) and record.characters != len(text):
        what = f"the record says {record.characters} characters, the stored text has {len(text)}"
        yield Problem(subject=record.id, happened=what, remedy=_AGAIN)


def _naming(records: Sequence[Record]) -> Iterator[Problem]:
    """Yield a problem for each record on words that the document masks (rule 7)."""
    stretches = [one for r in records if isinstance(r, Document) for one in r.masked]
    for record in records if stretches else ():
        if any(touches(span.start, span.end, stretches) for span in spans_of(record)):
            what = f"this {record.kind} rests on words that name a protected person"
            yield Problem(subject=record.id, happened=what, remedy=_AGAIN)
