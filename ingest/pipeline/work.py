"""What arrives, on its way: stored in order, extracted side by side, told in order.

The number of workers changes nothing in the archive: sources are stored, and records written, in
the order of arrival, by this process alone.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from graph.archive import Archive, Source
from graph.errors import OnRecordError
from graph.ids import digest, document_id
from graph.model import Document, Record
from ingest.extract import Extractor
from ingest.fetching import Fetch
from ingest.pipeline.arrivals import Arrival, Tally, arrivals, from_file, printable
from ingest.pipeline.collect import Collected
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Failure, Outcome, Step
from ingest.pipeline.storing import Clock, Stored, store
from ingest.readers import Recognise

_AHEAD = 128  # sources stored before the records of the first are waited for: twice the workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every source of one ingest is treated with. `fetch` asks for an address.

    `again` names who takes in what was removed before; null: it is refused.
    """

    archive: Archive
    details: Callable[[Path | str], Details]
    extractor: Extractor
    now: Clock
    fetch: Fetch
    recognise: Recognise | None
    executor: Executor
    again: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A source that is stored, and its records in the making (null where they are up to date)."""

    subject: str
    stored: Stored
    key: str
    records: Future[list[Record]] | None


def executor(workers: int) -> Executor:
    """Return where extraction runs: a thread for one worker, else that many processes."""
    if workers == 1:
        return ThreadPoolExecutor(1)
    # Forking a process that has threads (the progress bar's) may stop it for ever.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def outcomes(work: Work, collected: Collected, tally: Tally) -> Iterator[Step]:
    """Deal with everything collected and what is in it, and yield what came of each, in order.

    The tally counts on as containers are opened.
    """
    numbers = count(1)
    for fault in collected.failures:
        yield _failed(Failure.of(fault), next(numbers), tally.total)
    for result in _results(work, collected, tally):
        if isinstance(result, Failure):
            yield _failed(result, next(numbers), tally.total)
        else:
            subject, outcome, notes = result
            yield Step(
                done=next(numbers), total=tally.total, subject=subject, outcome=outcome, notes=notes
            )


_Result = Failure | tuple[str, Outcome, tuple[str, ...]]


def _failed(failure: Failure, done: int, total: int) -> Step:
    return Step(done=done, total=total, subject=failure.subject, outcome="failed", failure=failure)


def _results(work: Work, collected: Collected, tally: Tally) -> Iterator[_Result]:
    begun: deque[_Begun | Failure] = deque()
    seen: set[str] = set()
    for arrival in arrivals(_beginnings(work, collected), tally):
        begun.append(_begin(work, arrival, seen))
        if len(begun) > _AHEAD:
            yield _finish(work, begun.popleft())
    while begun:
        yield _finish(work, begun.popleft())


def _beginnings(work: Work, collected: Collected) -> Iterator[Callable[[], Arrival]]:
    for path in collected.files:
        yield partial(from_file, path, work.details(path))
    for url in collected.addresses:
        yield partial(_fetched, work.fetch, url, work.details(url))


def _fetched(fetch: Fetch, url: str, details: Details) -> Arrival:
    page = fetch(url)
    return Arrival(
        subject=url, name=printable(page.name), data=page.data, details=details, url=page.url
    )


def _begin(work: Work, arrival: Arrival | OnRecordError, seen: set[str]) -> _Begun | Failure:
    if isinstance(arrival, OnRecordError):
        return Failure.of(arrival)
    try:
        stored = store(
            work.archive, arrival, now=work.now, recognise=work.recognise, again=work.again
        )
        source = stored.source
        key = records_key(source, work.extractor)
        records = None
        if source.sha256 not in seen and work.archive.records_key(source.sha256) != key:
            text = work.archive.text(source.sha256)
            document = document_of(source, text)
            records = work.executor.submit(work.extractor.run, document, text, source)
        seen.add(source.sha256)
    except OnRecordError as fault:
        return Failure.of(fault)
    except BrokenExecutor:
        return _ended(arrival.subject)
    return _Begun(subject=arrival.subject, stored=stored, key=key, records=records)


def _finish(work: Work, begun: _Begun | Failure) -> _Result:
    if isinstance(begun, Failure):
        return begun
    notes = begun.stored.notes
    if begun.records is None:
        return begun.subject, "unchanged", notes
    fault = begun.records.exception()
    if isinstance(fault, BrokenExecutor):
        return _ended(begun.subject)
    if fault is not None:
        return _not_extracted(begun.subject, fault)
    try:
        work.archive.put_records(begun.stored.source.sha256, begun.key, begun.records.result())
    except OnRecordError as unwritten:
        what = f"it is in the archive, but not what was found in it: {unwritten.happened}"
        return Failure(subject=begun.subject, happened=what, remedy=unwritten.remedy)
    return begun.subject, "new" if begun.stored.new else "changed", notes


def _not_extracted(subject: str, fault: BaseException) -> Failure:
    """Return the failure of one document's extraction: it is kept, and the others go on."""
    if isinstance(fault, OnRecordError):
        what, remedy = fault.happened, fault.remedy
    else:
        what, remedy = f"{type(fault).__name__}: {fault}", "Report this message with the document"
    return Failure(
        subject=subject,
        happened=f"it is in the archive, but nothing could be extracted from it ({what})",
        remedy=remedy,
    )


def _ended(subject: str) -> Failure:
    return Failure(
        subject=subject,
        happened="the process that extracted from it ended before it was done",
        remedy="Run the same again with --workers 1",
    )


def document_of(source: Source, text: str) -> Document:
    """Return the record of the source itself."""
    return Document(
        id=document_id(source.sha256),
        sha256=source.sha256,
        name=source.name,
        media_type=source.media_type,
        characters=len(text),
        title=source.title,
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        licence=source.licence,
    )


def records_key(source: Source, extractor: Extractor) -> str:
    """Return what the records of a source are made from; its `source.toml` has the text's hash."""
    return digest(source.to_toml().decode(), extractor.basis)
