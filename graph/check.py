"""Verifying the whole archive, and a graph against it. Nothing is mended here."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graph.archive import Archive, Source
from graph.assembly import Problem, Resolve
from graph.errors import OnRecordError
from graph.ids import document_id
from graph.loading import desired
from graph.loading.rows import Rows
from graph.loading.standing import loaded_version, standing_edges, standing_nodes, version, wanted
from graph.masking import touches
from graph.model import Document, Link, Mention, Record, Span, SpanMismatch, Statement
from graph.stores.store import Store

_RESTORE = "Restore the file from a backup, or remove the source and ingest it again"
_LOAD = "Run `onrecord load`"


def check(archive: Archive, store: Store | None, resolve: Resolve) -> list[Problem]:
    """Return everything that does not fit, in order; an empty list is a clean archive.

    Originals against their hashes, stored texts, every span against its text, references, the
    schema, and (with a store) the graph against what the archive says it should hold.
    """
    problems = [problem for source in archive.sources() for problem in _source(archive, source)]
    try:
        rows = desired(archive, resolve)
    except OnRecordError as fault:
        # The records cannot be read; `_source` has named where.
        return sorted({*problems, _named(fault)})
    problems.extend(rows.problems)
    if store is not None:
        problems.extend(_graph(archive, store, rows))
    return sorted(set(problems))


def _graph(archive: Archive, store: Store, rows: Rows) -> Iterator[Problem]:
    want = wanted(rows)
    nodes, edges = standing_nodes(store, archive.id), standing_edges(store, archive.id)
    for there, meant in ((nodes, want.nodes), (edges, want.edges)):
        yield from _compared(there, meant)
        yield from _twice(there)
    if loaded_version(store, archive.id) != version(rows):
        what = "the graph is not of the archive's present state"
        yield Problem(subject="graph", happened=what, remedy=_LOAD)


def _source(archive: Archive, source: Source) -> Iterator[Problem]:
    where = f"sources/{source.sha256}"
    try:
        if hashlib.sha256(archive.original(source.sha256)).hexdigest() != source.sha256:
            what = "the original bytes do not have the hash they are kept under"
            yield Problem(subject=f"{where}/original", happened=what, remedy=_RESTORE)
        text = archive.text(source.sha256)
        if source.text_sha256 not in {None, hashlib.sha256(text.encode()).hexdigest()}:
            what = "the stored text is not the one that was written"
            yield Problem(subject=f"{where}/text.txt", happened=what, remedy=_RESTORE)
    except (OSError, UnicodeDecodeError) as fault:
        yield Problem(subject=where, happened=f"it cannot be read ({fault})", remedy=_RESTORE)
        return
    try:
        records = list(archive.records(source.sha256))
        for record in records:
            yield from _record(record, document_id(source.sha256), text)
        yield from _naming(records)
    except OnRecordError as fault:
        yield _named(fault)


def _record(record: Record, document: str, text: str) -> Iterator[Problem]:
    for span in _spans(record):
        if span.document != document:
            what = f"{record.id} rests on words of {span.document}, another document"
            yield Problem(subject=document, happened=what)
            continue
        try:
            span.check(text)
        except SpanMismatch as fault:
            yield Problem(subject=record.id, happened=fault.happened, remedy=fault.remedy)
    if isinstance(record, Document) and record.characters != len(text):
        what = f"the record says {record.characters} characters, the stored text has {len(text)}"
        yield Problem(subject=record.id, happened=what)


def _naming(records: Sequence[Record]) -> Iterator[Problem]:
    """Yield a problem for each record on words that the document masks (rule 7)."""
    stretches = [one for r in records if isinstance(r, Document) for one in r.masked]
    for record in records if stretches else ():
        if any(touches(span.start, span.end, stretches) for span in _spans(record)):
            what = f"this {record.kind} rests on words that name a protected person"
            yield Problem(subject=record.id, happened=what, remedy="Ingest its source again")


def _spans(record: Record) -> tuple[Span, ...]:
    if isinstance(record, Mention):
        return (record.span,)
    return record.spans if isinstance(record, Statement | Link) else ()


def _compared(
    there: Mapping[str, Mapping[str, str]], want: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    for name, ids in want.items():
        for id_ in sorted(ids.keys() | there[name].keys()):
            found, meant = there[name].get(id_), ids.get(id_)
            if found == meant:
                continue
            what = "missing from" if found is None else "too much in"
            if found and meant:
                what = "different in"
            yield Problem(subject=id_, happened=f"{name} is {what} the graph", remedy=_LOAD)


def _twice(there: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    # Within one label or type the engines' constraints forbid it.
    times = Counter(id_ for ids in there.values() for id_ in ids)
    for id_, often in times.items():
        if often > 1:
            what = f"it stands {often} times in the graph"
            yield Problem(subject=id_, happened=what, remedy="Run `onrecord load --rebuild`")


def _named(fault: OnRecordError) -> Problem:
    return Problem(subject=fault.subject, happened=fault.happened, remedy=fault.remedy)
