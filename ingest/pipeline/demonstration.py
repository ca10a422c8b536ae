"""The sample archive: the invented documents that ship, described by their `sample.toml`."""

from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from graph.archive import Archive
from graph.errors import UsageError
from graph.model import PartialDate
from ingest.editions import edition
from ingest.extract import Extractor
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Report
from ingest.pipeline.run import IngestSummary, ingest_described
from ingest.pipeline.storing import Clock

_FOLDER = Path(__file__).parents[1] / "sample"


def sample_folder() -> Path:
    """Return where the sample archive is kept unless the user names another place.

    Each set of documents has a folder of its own, so that those of a former version neither stand
    among them nor keep them out.
    """
    files = (path for path in _FOLDER.rglob("*") if path.is_file())
    return user_cache_path("onrecord", appauthor=False) / f"sample-{edition(_FOLDER, files)}"


def is_sample(archive: Archive) -> bool:
    """Return whether this archive holds the invented sample."""
    return archive.purpose == _sample().purpose


def make_sample(
    root: Path, *, extractor: Extractor, now: Clock, report: Report = lambda step: None
) -> tuple[Archive, IngestSummary]:
    """Make the sample archive, or bring it up to date; raise UsageError where another one is."""
    about = _sample()
    archive = Archive.create(root, title=about.title, purpose=about.purpose)
    if not is_sample(archive):
        raise UsageError(
            "this archive holds an investigation, and invented documents have no place in it",
            subject=str(root),
            remedy="Name another folder with --archive, or none",
        )
    described = {_FOLDER / entry.file: entry.details() for entry in about.document}
    summary = ingest_described(archive, described, extractor=extractor, now=now, report=report)
    return archive, summary


class _Sample(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    purpose: str
    document: list["_Entry"]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    file: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    licence: str | None = None

    def details(self) -> Details:
        return Details(
            title=self.title,
            publisher=self.publisher,
            published=PartialDate.parse(self.published) if self.published else None,
            url=self.url,
            licence=self.licence,
        )


def _sample() -> _Sample:
    return msgspec.toml.decode((_FOLDER / "sample.toml").read_bytes(), type=_Sample)
