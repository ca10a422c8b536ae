"""Documents in: files to sources, sources to records. What is unchanged is not done again."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.archive import Archive
from graph.errors import UsageError
from ingest.extract import Extractor
from ingest.fetching import Fetch, fetch_public
from ingest.pipeline.arrivals import Tally
from ingest.pipeline.collect import Collected, collect
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Failure, Report
from ingest.pipeline.storing import Clock
from ingest.pipeline.work import Work, executor, outcomes
from ingest.readers import Recognise


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSummary:
    """How many sources are new, had their records made anew, or stayed; what failed."""

    new: int
    changed: int
    unchanged: int
    hidden: int
    failures: tuple[Failure, ...]

    def sentence(self) -> str:
        """Return the summary on one line."""
        counts = f"{self.new} new, {self.changed} changed, {self.unchanged} unchanged"
        hidden = f", {self.hidden} hidden left out" if self.hidden else ""
        return f"{counts}{hidden}, {len(self.failures)} failed."


def ingest(
    archive: Archive,
    named: Iterable[str],
    details: Details,
    *,
    extractor: Extractor,
    now: Clock,
    workers: int = 1,
    fetch: Fetch = fetch_public,
    recognise: Recognise | None = None,
    again: str | None = None,
    report: Report = lambda step: None,
) -> IngestSummary:
    """Read files, folders and addresses into the archive and write their records.

    What fails is reported and stops nothing else. Only addresses that are named are fetched;
    `recognise` reads scanned pages, `again` names who takes in what was removed before. Raises
    UsageError where `details` are given and `named` is not a single file or address.
    """
    collected = collect(named)
    if details.given() and collected.count() != 1:
        raise UsageError(
            "title, publisher, date, address and licence describe a single file",
            remedy="Ingest one file at a time, or leave them out",
        )
    return _run(
        archive,
        collected,
        details=lambda _: details,
        extractor=extractor,
        now=now,
        workers=workers,
        fetch=fetch,
        recognise=recognise,
        report=report,
        again=again,
    )


def ingest_described(
    archive: Archive,
    described: Mapping[Path, Details],
    *,
    extractor: Extractor,
    now: Clock,
    report: Report = lambda step: None,
) -> IngestSummary:
    """Read several files, each with its own details."""
    collected = Collected(files=tuple(described))
    return _run(
        archive,
        collected,
        details=lambda path: described[Path(path)],
        extractor=extractor,
        now=now,
        workers=1,
        fetch=fetch_public,
        recognise=None,
        report=report,
    )


def _run(
    archive: Archive,
    collected: Collected,
    *,
    details: Callable[[Path | str], Details],
    extractor: Extractor,
    now: Clock,
    workers: int,
    fetch: Fetch,
    recognise: Recognise | None,
    report: Report,
    again: str | None = None,
) -> IngestSummary:
    counts, failures = Counter[str](), list[Failure]()
    tally = Tally(total=collected.count(), hidden=collected.hidden)
    with archive.lock(), executor(workers) as running:
        work = Work(
            archive=archive,
            details=details,
            extractor=extractor,
            now=now,
            fetch=fetch,
            recognise=recognise,
            executor=running,
            again=again,
        )
        for step in outcomes(work, collected, tally):
            report(step)
            counts[step.outcome] += 1
            failures += [step.failure] if step.failure else []
    return IngestSummary(
        new=counts["new"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        hidden=tally.hidden,
        failures=tuple(failures),
    )
