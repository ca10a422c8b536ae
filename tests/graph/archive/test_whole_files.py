import os
from pathlib import Path

import pytest

from graph.archive.files import locked, write_folder, write_whole
from graph.errors import OnRecordError


def test_a_file_is_replaced_in_one_step_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    for data in (b"first", b"second"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_what_stands_in_the_way_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "file" / "inner").mkdir(parents=True)
    with pytest.raises(OnRecordError, match="it could not be written"):
        write_whole(tmp_path / "file", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_appears_whole_and_one_that_exists_is_left(tmp_path: Path) -> None:
    write_folder(tmp_path / "folder", {"a": b"1", "b": b"2"})
    write_folder(tmp_path / "folder", {"a": b"other"})
    found = {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()}
    assert (found, [path.name for path in tmp_path.iterdir()]) == (
        {"a": b"1", "b": b"2"},
        ["folder"],
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OnRecordError, match="Permission denied"):
        write_whole(tmp_path / "file", b"data")
    with pytest.raises(OnRecordError, match="Permission denied"), locked(tmp_path / ".lock"):
        pass
    tmp_path.chmod(0o700)
