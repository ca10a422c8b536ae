"""Migration, with steps of the tests: no step ships yet."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.archive import Archive, migrations
from graph.archive.about import read_about
from graph.archive.files import write_whole
from graph.care.migrating import migrate
from graph.care.restore import restore
from graph.errors import OnRecordError
from tests.command import Command
from tests.graph.care.conftest import tree

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
BESIDE = "archive-format-1-2026-03-04T093000Z.backup"


def second(root: Path) -> None:
    write_whole(root / "notes.txt", b"second")


def third(root: Path) -> None:
    write_whole(root / "notes.txt", (root / "notes.txt").read_bytes() + b", third")


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


def killed(root: Path) -> None:
    second(root)
    raise Killed


def test_each_step_is_taken_once_after_a_backup(full: Command, tmp_path: Path) -> None:
    path = full.root / "archive.toml"
    path.write_text(path.read_text() + 'mine = "kept"\n')
    before = tree(full.root)
    backup = migrate(full.root, now=NOW, steps={1: second, 2: third}, to=3)
    assert backup is not None
    assert backup.path == tmp_path / BESIDE
    assert (full.root / "notes.txt").read_text() == "second, third"
    assert read_about(full.root).format == 3
    assert 'mine = "kept"' in path.read_text()
    restore(backup.path, tmp_path / "restored", now=NOW)
    assert tree(tmp_path / "restored") == before
    assert migrate(full.root, now=NOW, steps={}, to=3) is None


def test_a_step_that_was_killed_is_taken_again(full: Command, tmp_path: Path) -> None:
    with pytest.raises(Killed):
        migrate(full.root, now=NOW, steps={1: killed}, to=2)
    assert read_about(full.root).format == 1
    later = datetime(2026, 3, 5, tzinfo=UTC)
    assert migrate(full.root, now=later, steps={1: second}, to=2) is not None
    assert (read_about(full.root).format, len(list(tmp_path.glob("*.backup")))) == (2, 2)


def test_without_a_backup_nothing_is_migrated(full: Command, tmp_path: Path) -> None:
    (tmp_path / BESIDE).write_text("another")
    before = tree(full.root)
    with pytest.raises(OnRecordError, match="this file exists"):
        migrate(full.root, now=NOW, steps={1: second}, to=2)
    assert tree(full.root) == before


def test_a_format_that_no_step_leads_from_is_said(full: Command) -> None:
    with pytest.raises(OnRecordError, match="there is no way from format 1 to 2"):
        migrate(full.root, now=NOW, steps={}, to=2)


def test_a_newer_format_is_refused_by_every_command(full: Command) -> None:
    path = full.root / "archive.toml"
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    before = tree(full.root)
    said = (
        f"{full.root}: this archive has format 2, and this version reads format 1. "
        "Install the version of On Record that wrote it, or a later one.\n"
    )
    for words in (["load"], ["check"], ["export"], ["backup", full.root.parent / "b"],
                  ["remove", "first.txt"], ["migrate"]):  # fmt: skip
        assert full(*words) == (1, "", said)
    assert tree(full.root) == before


def test_an_older_format_asks_for_migrate(full: Command) -> None:
    archive = Archive.open(full.root)
    with pytest.raises(OnRecordError, match=r"the older format 1\. Run `onrecord migrate`"):
        migrations.refuse_other(read_about(archive.root), archive.root, reads=2)


def test_an_archive_of_the_present_format_is_left(full: Command) -> None:
    before = tree(full.root)
    assert full("migrate") == (0, "", "The archive has the present format already.\n")
    assert tree(full.root) == before


def test_an_older_backup_is_migrated_as_it_is_restored(
    full: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert full("backup", tmp_path / "kept.backup")[0] == 0
    monkeypatch.setattr(migrations.bring_up, "__kwdefaults__", {"steps": {1: second}, "to": 2})
    restore(tmp_path / "kept.backup", tmp_path / "restored", now=NOW)
    assert read_about(tmp_path / "restored").format == 2
    assert (tmp_path / "restored" / "notes.txt").read_text() == "second"
