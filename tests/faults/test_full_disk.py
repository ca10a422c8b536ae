"""A disk without room: each command says what happened, to what, what to do, and harms nothing."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.archive.layout import DISPOSABLE
from tests.command import Command
from tests.faults.disks import fill, small_disk
from tests.graph.care.conftest import FIRST, SECOND, tree

ROOM = "Make room"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "60m") as disk:
        yield disk


@pytest.fixture
def loaded(command: Command, disk: Path) -> Command:
    """An archive of one letter, loaded, on the small disk."""
    command.root = disk / "archive"
    letter = disk.parent / "first.txt"
    letter.write_text(FIRST)
    (disk.parent / "second.txt").write_text(SECOND)
    assert command("ingest", letter)[0] == 0
    return command


def statement(command: Command) -> str:
    lines = map(json.loads, command("export")[1].splitlines())
    return str(next(line["id"] for line in lines if line["kind"] == "statement"))


def test_an_ingest_names_what_was_not_taken_in(loaded: Command, disk: Path) -> None:
    before, second = tree(loaded.root), disk.parent / "second.txt"
    fill(disk)
    status, out, err = loaded("ingest", second)
    assert (status, out) == (1, "")
    assert err.splitlines()[0] == (
        f"1 of 1: failed: {second}: it was not taken into the archive: it could not be written (No "
        "space left on device); nothing was changed. Make room or give yourself the right to write "
        "there, then run the same again."
    )
    assert tree(loaded.root) == before
    (disk / "filler").unlink()
    assert loaded("ingest", second)[0] == 0
    assert loaded("check")[0] == 0


def test_an_archive_that_cannot_be_begun_is_named(command: Command, disk: Path) -> None:
    command.root = disk / "archive"
    (disk.parent / "first.txt").write_text(FIRST)
    fill(disk)
    status, _, err = command("ingest", disk.parent / "first.txt")
    assert (status, "archive.toml: it could not be written (No space" in err) == (1, True)
    (disk / "filler").unlink()
    assert command("ingest", disk.parent / "first.txt")[0] == 0
    assert command("check")[0] == 0


@pytest.mark.parametrize("leaving", [0, 100_000, 700_000])
def test_a_load_names_the_disk_and_is_done_once_there_is_room(
    loaded: Command, disk: Path, leaving: int
) -> None:
    fill(disk, leaving=leaving)
    status, _, err = loaded("load", "--rebuild")
    if status:  # with a little room a small archive may fit
        assert (ROOM in err, "archive/graph: " in err, "Traceback" in err) == (True, True, False)
    (disk / "filler").unlink()
    assert loaded("load")[0] == 0
    assert loaded("check")[0] == 0


def test_a_judgement_is_kept_whole_or_not_at_all(loaded: Command, disk: Path) -> None:
    id_ = statement(loaded)
    fill(disk)
    status, _, err = loaded("judge", id_, "accept")
    assert (status, "nothing was judged. Make room" in err) == (1, True)
    assert not (loaded.root / "judgements.jsonl").read_bytes()
    fill(disk, leaving=20_000)  # room for the line, none for the graph
    status, _, err = loaded("judge", id_, "accept")
    assert (status, f"accept by root, on {id_}" in err or "accept by" in err, ROOM in err) == (
        1, True, True,
    )  # fmt: skip
    (disk / "filler").unlink()
    assert loaded("load")[0] == 0
    assert loaded("check")[0] == 0
    assert (loaded.root / "judgements.jsonl").read_bytes().count(b"\n") == 1


def test_a_backup_and_an_export_leave_nothing_behind(loaded: Command, disk: Path) -> None:
    statement(loaded)
    fill(disk)
    for words in (["backup", disk / "kept.backup"], ["export", "--output", disk / "out.jsonl"]):
        before = sorted(disk.iterdir())
        status, _, err = loaded(*words)
        said = f"{words[-1]}: it could not be written (No space left on device)"
        assert (status, err.startswith(said), ROOM in err) == (1, True, True)
        assert sorted(disk.iterdir()) == before


def test_a_restore_leaves_nothing_behind(loaded: Command, disk: Path) -> None:
    kept = disk.parent / "kept.backup"
    assert loaded("backup", kept)[0] == 0
    loaded.root = disk / "restored"
    fill(disk)
    before = sorted(disk.iterdir())
    status, _, err = loaded("restore", kept)
    assert (status, ROOM in err) == (1, True)
    assert sorted(disk.iterdir()) == before
    (disk / "filler").unlink()
    assert loaded("restore", kept)[0] == 0
    assert loaded("check")[0] == 0


def test_a_removal_makes_its_own_room_from_the_graph(loaded: Command, disk: Path) -> None:
    assert loaded("ingest", disk.parent / "second.txt")[0] == 0
    fill(disk)
    _, _, err = loaded("remove", "second.txt")
    assert err.startswith("removed: ")
    assert [path.name for path in (loaded.root / "sources").iterdir()] != []
    (disk / "filler").unlink()
    assert loaded("load")[0] == 0
    assert loaded("check")[0] == 0
    assert "second.txt" not in loaded("export")[1]


def test_a_removal_without_any_room_changes_nothing(loaded: Command, disk: Path) -> None:
    # A removal lets go of these first, and would have their room.
    for name in DISPOSABLE:
        shutil.rmtree(loaded.root / name, ignore_errors=True)
    before = tree(loaded.root)
    fill(disk)
    status, _, err = loaded("remove", "first.txt", "--no-load")
    assert (status, "nothing was changed. Make room" in err) == (1, True)
    assert tree(loaded.root) == before


def test_check_export_and_explain_work_without_room(loaded: Command, disk: Path) -> None:
    id_ = statement(loaded)
    fill(disk)
    assert loaded("check", "--no-graph")[0] == 0
    assert loaded("export")[1] != ""
    assert loaded("explain", id_)[0] == 0
    status, _, err = loaded("check")
    assert (status, ROOM in err, "1 does not fit in " in err) == (1, True, True)
