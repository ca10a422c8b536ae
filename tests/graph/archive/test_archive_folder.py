import multiprocessing
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive import Archive, Source
from graph.errors import NotFound, OnRecordError, UsageError
from graph.model import Document, PartialDate

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def source(data: bytes, **known: object) -> Source:
    return Source(
        sha256=sha256(data).hexdigest(),
        name="a.txt",
        media_type="text/plain",
        reader="plain 1",
        retrieved="2026-03-04T09:30:00+00:00",
        **known,  # type: ignore[arg-type]
    )


@given(
    st.builds(
        Source,
        sha256=st.just("0" * 64),
        name=WORDS,
        media_type=WORDS,
        reader=WORDS,
        retrieved=WORDS,
        title=st.none() | WORDS,
        url=st.none() | WORDS,
        publisher=st.none() | WORDS,
        published=st.none()
        | st.dates().map(lambda day: PartialDate(value=day.isoformat(), precision="day")),
        licence=st.none() | WORDS,
        text_sha256=st.none() | st.just("1" * 64),
        pages=st.lists(st.integers(min_value=0, max_value=10**9), max_size=4).map(tuple),
    )
)
def test_what_is_known_of_a_source_survives_its_file(known: Source) -> None:
    assert Source.from_toml(known.to_toml(), where="source.toml") == known


def test_a_description_that_does_not_fit_is_named() -> None:
    with pytest.raises(OnRecordError, match=r"^a/source\.toml: this description of a source"):
        Source.from_toml(b'name = "a.txt"\nunheard = 1\n', where="a/source.toml")


def test_a_source_is_kept_with_its_bytes_and_text_unchanged(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive", title="Harbour", purpose="Sample")
    data, text = b"\xff\x00bytes", "Words\r\n“kept”\u2028as they are\x85"
    id_ = archive.add(data, text, source(data))
    again = Archive.open(tmp_path / "archive")
    known = again.source(id_)
    assert (again.id, again.title, again.purpose) == (archive.id, "Harbour", "Sample")
    assert (again.original(known.sha256), again.text(known.sha256)) == (data, text)
    assert known == source(data, text_sha256=sha256(text.encode()).hexdigest())


def test_a_source_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path, title="Harbour")
    archive.add(b"data", "first text", source(b"data"))
    archive.add(b"data", "second text", source(b"data", title="Other"))
    assert archive.text(sha256(b"data").hexdigest()) == "first text"
    assert [found.title for found in archive.sources()] == [None]


def test_bytes_under_another_hash_are_refused(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path, title="Harbour")
    with pytest.raises(OnRecordError, match="do not have the hash named"):
        archive.add(b"other", "text", source(b"data"))
    assert list(archive.sources()) == []


def test_records_come_back_with_the_key_they_were_made_under(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path, title="Harbour")
    document = Document(
        id="doc-1", sha256="0" * 64, name="a\u2028b\x85.txt", media_type="text/plain",
        characters=4, title=None, url=None, publisher=None, published=None, licence=None,
    )  # fmt: skip
    assert (archive.records_key("0" * 64), list(archive.records("0" * 64))) == (None, [])
    archive.put_records("0" * 64, "key", [document])
    assert (archive.records_key("0" * 64), list(archive.records("0" * 64))) == ("key", [document])


@pytest.mark.parametrize("name", ["doc-ffff", "../sources", "*", "", "doc-"])
def test_a_document_that_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    archive = Archive.create(tmp_path, title="Harbour")
    with pytest.raises(NotFound):
        archive.source(name)


def test_a_folder_with_other_files_does_not_become_an_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("words")
    with pytest.raises(UsageError, match=r"holds other files and no archive\.toml"):
        Archive.create(tmp_path, title="Harbour")
    with pytest.raises(UsageError, match="this is a file"):
        Archive.create(tmp_path / "letter.txt", title="Harbour")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_archive_whose_making_was_killed_is_made_by_the_next_command(tmp_path: Path) -> None:
    (tmp_path / ".lock").touch()
    (tmp_path / ".archive.toml.99.partial").write_text("for")
    assert Archive.create(tmp_path, title="Harbour").title == "Harbour"


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    Archive.create(tmp_path, title="Harbour")
    path = tmp_path / "archive.toml"
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    with pytest.raises(OnRecordError, match="this archive has format 2"):
        Archive.open(tmp_path)


def _make(root: Path) -> str:
    return Archive.create(root, title="Harbour").id


def test_two_commands_that_begin_an_archive_at_once_begin_the_same_one(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        ids = pool.map(_make, [tmp_path / "archive"] * 8)
    assert len(set(ids)) == 1


def test_an_archive_that_another_command_begins_while_we_look_is_opened(tmp_path: Path) -> None:
    root, look = tmp_path / "archive", Path.iterdir
    root.mkdir()
    with pytest.MonkeyPatch.context() as patch:

        def begun(self: Path) -> Iterator[Path]:
            patch.undo()
            Archive.create(root, title="Harbour")
            return look(self)

        patch.setattr(Path, "iterdir", begun)
        assert Archive.create(root, title="Wexcombe").title == "Harbour"


def test_a_new_archive_is_its_owners_alone(tmp_path: Path) -> None:
    made = Archive.create(tmp_path / "deep" / "archive", title="Wexcombe")
    assert made.root.stat().st_mode & 0o777 == 0o700
