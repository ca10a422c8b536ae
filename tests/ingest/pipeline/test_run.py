from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from graph.archive import Archive, Source
from graph.errors import OnRecordError, UsageError
from graph.model import Document, PartialDate
from ingest.fetching import Fetched
from ingest.pipeline import IngestSummary, ingest
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Failure, Step
from tests.ingest.printed import packed, pdf
from tests.ingest.steps import LINES, moment

NOTHING = Details()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", title="Harbour")


def run(archive: Archive, *named: Path, details: Details = NOTHING, **how: object) -> IngestSummary:
    how = {"extractor": LINES, "now": moment, **how}
    return ingest(archive, [str(path) for path in named], details, **how)  # type: ignore[arg-type]


def summary(**counts: int) -> IngestSummary:
    return replace(
        IngestSummary(new=0, changed=0, unchanged=0, hidden=0, failures=()),
        **counts,  # type: ignore[arg-type]
    )


def put(path: Path, data: bytes = b"Harbour Street\nMill Lane\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def everything(archive: Archive) -> dict[str, bytes]:
    return {
        str(path.relative_to(archive.root)): path.read_bytes()
        for path in archive.root.rglob("*")
        if path.is_file() and path.name != "archive.toml"
    }


def test_a_file_becomes_a_source_with_records(archive: Archive, tmp_path: Path) -> None:
    path = put(tmp_path / "streets.txt", b"Harbour Street\r\n")
    assert run(archive, path) == summary(new=1)
    hashed = sha256(b"Harbour Street\r\n").hexdigest()
    (source,) = archive.sources()
    assert source == Source(
        sha256=hashed,
        name="streets.txt",
        media_type="text/plain",
        reader=source.reader,
        retrieved="2026-03-04T09:30:00+00:00",
        text_sha256=hashed,
    )
    assert (archive.original(hashed), archive.text(hashed)) == (
        b"Harbour Street\r\n", "Harbour Street\r\n",
    )  # fmt: skip
    document, *others = archive.records(hashed)
    assert document == Document(
        id=f"doc-{hashed[:16]}",
        sha256=hashed,
        name="streets.txt",
        media_type="text/plain",
        characters=16,
        title=None,
        url=None,
        publisher=None,
        published=None,
        licence=None,
    )
    assert [record.kind for record in others] == ["entity", "mention"]


def test_the_same_bytes_under_another_name_are_one_source(archive: Archive, tmp_path: Path) -> None:
    first, second = put(tmp_path / "a.txt"), put(tmp_path / "b.txt")
    assert run(archive, first, second) == summary(new=1, unchanged=1)
    assert [source.name for source in archive.sources()] == ["a.txt"]
    before = everything(archive)
    assert run(archive, second, first) == summary(unchanged=2)
    assert everything(archive) == before


def test_given_details_are_laid_over_what_the_file_says_and_stay(
    archive: Archive, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.pdf", pdf("Harbour Street", title="Streets"))
    day = PartialDate(value="2026-03", precision="month")
    assert run(archive, path, details=Details(published=day, publisher="Harbour Post")) == summary(
        new=1
    )
    assert run(archive, path, details=Details(licence="OGL 3.0")) == summary(changed=1)
    assert run(archive, path) == summary(unchanged=1)
    (document, *_) = archive.records(next(archive.sources()).sha256)
    assert isinstance(document, Document)
    assert (document.title, document.publisher, document.published, document.licence) == (
        "Streets", "Harbour Post", day, "OGL 3.0",
    )  # fmt: skip


def test_details_describe_a_single_file(archive: Archive, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt"), put(tmp_path / "in" / "b.txt", b"Mill Lane")
    with pytest.raises(UsageError, match="describe a single file"):
        run(archive, tmp_path / "in", details=Details(title="Streets"))
    assert list(archive.sources()) == []


def test_another_extractor_makes_the_records_anew(archive: Archive, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt")
    run(archive, path)
    later = replace(LINES, basis="lines-2")
    assert run(archive, path, extractor=later) == summary(changed=1)
    assert run(archive, path, extractor=later) == summary(unchanged=1)


def test_what_fails_is_named_and_everything_else_is_done(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    bad = put(folder / "a-empty.txt", b"")
    put(folder / "b.txt")
    trap = put(folder / "c" / "trap.txt", b"Quay")
    put(folder / ".hidden")
    steps: list[Step] = []
    found = run(archive, folder, tmp_path / "gone.txt", report=steps.append)
    assert found == IngestSummary(
        new=1,
        changed=0,
        unchanged=0,
        hidden=1,
        failures=(
            Failure(
                subject=str(tmp_path / "gone.txt"),
                happened="there is no such file",
                remedy="Look at its spelling",
            ),
            Failure(
                subject=str(bad),
                happened="it is empty",
                remedy="Look whether it was saved or downloaded completely, then again",
            ),
            Failure(
                subject=str(trap),
                happened="it is in the archive, but nothing could be extracted from it "
                "(KeyError: 'trap.txt')",
                remedy="Report this message with the document",
            ),
        ),
    )
    assert [(step.done, step.total, step.outcome) for step in steps] == [
        (1, 4, "failed"), (2, 4, "failed"), (3, 4, "new"), (4, 4, "failed"),
    ]  # fmt: skip


def page(url: str) -> Fetched:
    if url.endswith("gone"):
        raise OnRecordError("the host answered 404", subject=url)
    return Fetched(url=f"{url}/final", name="street.txt", data=b"Harbour Street\n")


def test_only_addresses_that_are_named_are_fetched_and_the_last_is_kept(archive: Archive) -> None:
    details = Details(publisher="Harbour Post")
    summary_ = ingest(
        archive, ["https://post.example"], details, extractor=LINES, now=moment, fetch=page
    )
    assert summary_ == summary(new=1)
    (source,) = archive.sources()
    assert (source.name, source.url, source.publisher, source.retrieved) == (
        "street.txt", "https://post.example/final", "Harbour Post", "2026-03-04T09:30:00+00:00",
    )  # fmt: skip
    gone = ingest(
        archive, ["https://post.example/gone"], NOTHING, extractor=LINES, now=moment, fetch=page
    )
    assert [failure.sentence() for failure in gone.failures] == [
        "https://post.example/gone: the host answered 404."
    ]


def test_two_workers_leave_the_same_bytes_as_one(tmp_path: Path) -> None:
    for number in range(24):
        put(tmp_path / "in" / f"{number:02}.txt", f"Quay {number}\nMill Lane\n".encode())
    put(tmp_path / "in" / "z.zip", packed({"a.txt": b"Wharf", "b.txt": b"Harbour Street"}))
    archives = []
    for workers in (1, 2):
        archive = Archive.create(tmp_path / f"archive-{workers}", title="Harbour")
        assert run(archive, tmp_path / "in", workers=workers) == summary(new=26)
        archives.append(everything(archive))
    assert archives[0] == archives[1]


def test_what_a_killed_run_left_half_done_is_cleared_away(archive: Archive, tmp_path: Path) -> None:
    put(archive.root / "sources" / ".abc.99.partial" / "original")
    put(archive.root / "records" / ".abc.jsonl.99.partial")
    run(archive, put(tmp_path / "a.txt"))
    assert list(archive.root.rglob("*.partial")) == []


def test_a_source_whose_records_were_never_written_is_extracted(
    archive: Archive, tmp_path: Path
) -> None:
    path = put(tmp_path / "a.txt")
    run(archive, path)
    before = everything(archive)
    next((archive.root / "records").iterdir()).unlink()
    assert run(archive, path) == summary(changed=1)
    assert everything(archive) == before
