"""ZIP containers and messages through the front door: what is in them are sources of their own."""

import stat
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from graph.archive import Archive
from graph.errors import UsageError
from ingest.pipeline import IngestSummary, ingest
from ingest.pipeline.details import Details
from ingest.pipeline.progress import Step
from tests.ingest.printed import packed
from tests.ingest.steps import LINES, moment


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", title="Harbour")


def run(archive: Archive, path: Path, data: bytes, **how: object) -> IngestSummary:
    path.write_bytes(data)
    how = {"details": Details(), "extractor": LINES, "now": moment, **how}
    return ingest(archive, [str(path)], **how)  # type: ignore[arg-type]


def failures(summary: IngestSummary, folder: Path) -> dict[str, str]:
    return {
        failure.subject.removeprefix(f"{folder}/"): failure.happened for failure in summary.failures
    }


def test_members_are_sources_that_know_their_place(archive: Archive, tmp_path: Path) -> None:
    inner = packed({"c.txt": b"Quay"})
    data = packed({
        "2026/a.txt": b"Harbour Street", "b.md": b"# Mill Lane", "inner.zip": inner,
        ".hidden": b"x", "__MACOSX/b.md": b"x",
    })  # fmt: skip
    steps: list[Step] = []
    summary = run(archive, tmp_path / "letters.zip", data, report=steps.append)
    assert summary.sentence() == "3 new, 0 changed, 0 unchanged, 2 hidden left out, 0 failed."
    assert [(step.done, step.total) for step in steps][-1] == (3, 3)
    assert {source.name: source.found_in for source in archive.sources()} == {
        "a.txt": "letters.zip/2026/a.txt",
        "b.md": "letters.zip/b.md",
        "c.txt": "letters.zip/inner.zip/c.txt",
    }
    assert run(archive, tmp_path / "letters.zip", data).unchanged == 3


def link(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_tricks_are_named_and_the_other_members_are_read(archive: Archive, tmp_path: Path) -> None:
    data = BytesIO()
    with ZipFile(data, "w") as container:
        container.writestr("../../out.txt", b"x")
        container.writestr("/etc/out.txt", b"x")
        container.writestr(r"C:\out.txt", b"x")
        container.writestr(link("link.txt"), b"/etc/passwd")
        container.writestr("locked.txt", b"x")
        container.writestr("\x1b[2Jred.xyz", b"x")
        container.writestr("good.txt", b"Quay")
    raw = data.getvalue()
    at = raw.rindex(b"locked.txt") - 46  # the flags of a member stand in the central directory
    raw = raw[: at + 8] + b"\x01" + raw[at + 9 :]
    summary = run(archive, tmp_path / "a.zip", raw)
    outside = "its path leads out of its container, as in an attack"
    assert (summary.new, failures(summary, tmp_path)) == (1, {
        "a.zip/../../out.txt": outside,
        "a.zip//etc/out.txt": outside,
        "a.zip/C:/out.txt": outside,
        "a.zip/link.txt": "it is a link, and is not followed",
        "a.zip/locked.txt": "it is encrypted",
        "a.zip/\ufffd[2Jred.xyz": "files of the kind .xyz are not read",
    })  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "archive"]


def test_bombs_are_named_before_they_are_unpacked(archive: Archive, tmp_path: Path) -> None:
    blanks = packed({"a.txt": b" " * 60_000_000})
    times = 60_000_000 // len(blanks)
    deep = packed({"a.txt": b"x"})
    for _ in range(3):
        deep = packed({"b.zip": deep})
    many = packed({f"{number}.txt": b"" for number in range(10_001)})
    for name, data, subject, happened in (
        ("ratio.zip", blanks, "ratio.zip",
         f"unpacked it has {times} times its size, as no document has"),
        ("deep.zip", deep, "deep.zip/b.zip/b.zip/b.zip",
         "it is packed into 3 others, and is not opened"),
        ("many.zip", many, "many.zip",
         ("with 10001 files it holds too many: the limit is 10000, with those in containers inside "
          "it")),
        ("cut.zip", deep[:-20], "cut.zip", "this ZIP container is damaged and cannot be opened"),
        ("none.zip", packed({".a": b""}), "none.zip", "this container holds no files to read"),
    ):  # fmt: skip
        assert failures(run(archive, tmp_path / name, data), tmp_path) == {subject: happened}
    assert list(archive.sources()) == []


def test_a_damaged_member_is_named_and_the_others_are_read(
    archive: Archive, tmp_path: Path
) -> None:
    data = BytesIO()
    with ZipFile(data, "w") as container:
        container.writestr("a.txt", b"Harbour Street")
        container.writestr("b.txt", b"Mill Lane")
    broken = data.getvalue().replace(b"Mill Lane", b"Mill Lame")
    summary = run(archive, tmp_path / "a.zip", broken)
    assert (summary.new, failures(summary, tmp_path)) == (
        1, {"a.zip/b.txt": "it is damaged and cannot be unpacked"},
    )  # fmt: skip


def test_details_do_not_describe_a_container(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="describe a single file, and this holds several"):
        run(archive, tmp_path / "a.zip", packed({"a.txt": b"x"}), details=Details(title="Streets"))


def message(subject: str) -> EmailMessage:
    whole = EmailMessage()
    whole["Subject"], whole["From"] = subject, "Mina Arkwright <mina@harbour.example>"
    whole.set_content("Harbour Street\n")
    return whole


def test_attachments_are_sources_that_name_their_message(archive: Archive, tmp_path: Path) -> None:
    inner = message("Earlier")
    inner.add_attachment(b"Quay", "text", "plain", filename="quay.txt")
    whole = message("Streets")
    whole.add_attachment(b"Mill Lane", "text", "plain", filename="lane.txt")
    whole.add_attachment(b"\x89PNG", "image", "png", filename="scan.png")
    whole.add_attachment(packed({"x/wharf.txt": b"Wharf"}), "application", "zip", filename="a.zip")
    whole.add_attachment(inner)
    data = whole.as_bytes()
    summary = run(archive, tmp_path / "a.eml", data, details=Details(publisher="Harbour Post"))
    assert (summary.new, failures(summary, tmp_path)) == (
        5, {"a.eml/scan.png": "it is a picture (PNG), which is not read"},
    )  # fmt: skip
    by_name = {source.name: source for source in archive.sources()}
    names = {source.sha256: source.name for source in by_name.values()}
    assert {
        name: (names.get(source.attached_to or ""), source.found_in, source.publisher)
        for name, source in by_name.items()
    } == {
        "a.eml": (None, None, "Harbour Post"),
        "lane.txt": ("a.eml", None, None),
        "wharf.txt": ("a.eml", "a.zip/x/wharf.txt", None),
        "message-5.eml": ("a.eml", None, None),
        "quay.txt": ("message-5.eml", None, None),
    }
    again = run(archive, tmp_path / "a.eml", data)
    assert (again.unchanged, again.new, again.changed) == (5, 0, 0)
