"""Documents in: files to sources, sources to records. What is unchanged is not done again."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.archive import Archive
from graph.errors import UsageError
from ingest.extract import Extractor
from ingest.pipeline.collect import Collected, collect
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Failure, Report
from ingest.pipeline.storing import Clock
from ingest.pipeline.work import Work, executor, outcomes


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
    report: Report = lambda step: None,
) -> IngestSummary:
    """Read files and folders into the archive and write their records.

    What fails is reported and stops nothing else. Raises UsageError where `details` are given and
    `named` is not a single file.
    """
    collected = collect(named)
    if details.given() and len(collected.files) + len(collected.failures) != 1:
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
        report=report,
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
    collected = Collected(files=tuple(described), hidden=0, failures=())
    return _run(
        archive,
        collected,
        details=described.__getitem__,
        extractor=extractor,
        now=now,
        workers=1,
        report=report,
    )


def _run(
    archive: Archive,
    collected: Collected,
    *,
    details: Callable[[Path], Details],
    extractor: Extractor,
    now: Clock,
    workers: int,
    report: Report,
) -> IngestSummary:
    counts, failures = Counter[str](), list[Failure]()
    with archive.lock(), executor(workers) as running:
        work = Work(
            archive=archive, details=details, extractor=extractor, now=now, executor=running
        )
        for step in outcomes(work, collected):
            report(step)
            counts[step.outcome] += 1
            failures += [step.failure] if step.failure else []
    return IngestSummary(
        new=counts["new"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        hidden=collected.hidden,
        failures=tuple(failures),
    )
