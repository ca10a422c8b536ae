import os
from pathlib import Path

import pytest

from graph.archive import Archive
from ingest.pipeline.collect import collect


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("words")
    return path


def sentences(*named: Path | str) -> list[str]:
    return [fault.sentence() for fault in collect(map(str, named)).failures]


def test_folders_are_gone_through_in_order_and_hidden_entries_are_counted(tmp_path: Path) -> None:
    files = [put(tmp_path / name) for name in ("b.txt", "z.txt", "a/c.txt", "a/d/e.txt")]
    for name in (".git/config", ".DS_Store", "a/.x"):
        put(tmp_path / name)
    found = collect([str(tmp_path), str(tmp_path / "b.txt")])
    assert (found.files, found.hidden, found.failures) == (tuple(files), 3, ())


def test_an_archive_is_never_read_into_one(tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive", title="Harbour")
    path = put(tmp_path / "a.txt")
    assert collect([str(tmp_path)]).files == (path,)
    assert sentences(tmp_path / "archive") == [
        (
            f"{tmp_path / 'archive'}: it is an archive, and its files are sources already. "
            "Name the documents themselves."
        )
    ]


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    assert sentences(tmp_path / "in") == [
        (
            f"{tmp_path / 'in' / 'round'}: a link to a folder is not followed. "
            "Name the folder that it leads to."
        )
    ]


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    put(tmp_path / ".hidden")
    assert sentences(tmp_path) == [f"{tmp_path}: this folder holds no files to read."]


def test_an_address_is_kept_for_later_and_each_is_named_once(tmp_path: Path) -> None:
    page, path = "https://harbour.example/a.html", put(tmp_path / "a.txt")
    found = collect([page, str(path), page])
    assert (found.files, found.addresses, found.failures) == ((path,), (page,), ())


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert sentences(tmp_path / "gone") == [
        f"{tmp_path / 'gone'}: there is no such file. Look at its spelling."
    ]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert sentences(tmp_path / "pipe") == [
        f"{tmp_path / 'pipe'}: it is neither a file nor a folder."
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    (tmp_path / "in").chmod(0)
    assert sentences(tmp_path / "in") == [
        (
            f"{tmp_path / 'in'}: this folder cannot be read (Permission denied). "
            "Give yourself the right to read it."
        )
    ]
    (tmp_path / "in").chmod(0o700)
