"""`kill -9` at seeded moments of backup, restore and remove: whole or not at all, and finished."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.archive.removals import standing_removals
from graph.care.packed import verify
from graph.check import check
from ingest.resolution import resolver
from tests.graph.care.conftest import tree

MOMENTS = range(3)


def command(archive: Path, *words: str | Path) -> list[str]:
    return [sys.executable, "-m", "onrecord", "--archive", str(archive), *map(str, words)]


def done(archive: Path, *words: str | Path) -> float:
    begun = time.monotonic()
    ended = subprocess.run(command(archive, *words), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return time.monotonic() - begun


def killed(archive: Path, *words: str | Path, after: float) -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command(archive, *words), **quiet) as process:  # type: ignore[call-overload]
        time.sleep(after)
        process.kill()


def moment(number: int, undisturbed: float) -> float:
    """Return a seeded moment in the second half, where the work is; imports are before it."""
    return random.Random(number).uniform(0.5, 1.0) * undisturbed


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of sixty letters, not loaded; tests copy it by restoring its backup."""
    folder = tmp_path_factory.mktemp("letters")
    for number in range(60):
        text = f"Quay House\n\nJoel Tanner said: “We accept finding {number}.”\n"
        (folder / f"{number:02}.txt").write_text(text)
    root = tmp_path_factory.mktemp("archive") / "archive"
    done(root, "ingest", folder, "--no-load")
    return root


@pytest.fixture(scope="module")
def kept(archive: Path) -> tuple[Path, float, float]:
    """A backup, and how long it and its restoring took undisturbed."""
    path = archive.parent / "kept.backup"
    backup = done(archive, "backup", path)
    restore = done(archive.parent / "undisturbed", "restore", path, "--no-load")
    return path, backup, restore


def sound(root: Path) -> bool:
    archive = Archive.open(root)
    return check(archive, None, resolver(archive)) == []


@pytest.mark.parametrize("number", MOMENTS)
def test_a_backup_is_whole_or_not_there(
    archive: Path, kept: tuple[Path, float, float], tmp_path: Path, number: int
) -> None:
    path = tmp_path / "kept.backup"
    killed(archive, "backup", path, after=moment(number, kept[1]))
    if path.exists():
        with path.open("rb") as file:
            assert verify(file, "kept").sources == 60
    done(archive, "backup", path, "--force")
    assert [left.name for left in tmp_path.iterdir()] == ["kept.backup"]
    assert sound(archive)


@pytest.mark.parametrize("number", MOMENTS)
def test_a_restored_archive_is_whole_or_not_there(
    archive: Path, kept: tuple[Path, float, float], tmp_path: Path, number: int
) -> None:
    root = tmp_path / "restored"
    killed(root, "restore", kept[0], "--no-load", after=moment(number, kept[2]))
    if not root.exists():
        done(root, "restore", kept[0], "--no-load")
        assert [left.name for left in tmp_path.iterdir()] == ["restored"]
    assert tree(root) == tree(archive)


@pytest.mark.parametrize("number", MOMENTS)
def test_a_removal_is_not_begun_or_is_finished(
    kept: tuple[Path, float, float], tmp_path: Path, number: int
) -> None:
    root = tmp_path / "archive"
    done(root, "restore", kept[0], "--no-load")
    killed(root, "remove", "07.txt", "--no-load", after=moment(number, kept[1]))
    done(root, "backup", tmp_path / "after.backup")  # any command that holds the lock
    names = [source.name for source in Archive.open(root).sources()]
    gone = [line.name for line in standing_removals(root).values()]
    assert (len(names), gone) in [(60, []), (59, ["07.txt"])]
    assert ("07.txt" in names) == (not gone)
    assert sound(root)
