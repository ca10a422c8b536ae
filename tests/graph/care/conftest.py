"""The command line on an archive of two letters, and what stands in its folder."""

from pathlib import Path

import pytest

from graph.archive.layout import DISPOSABLE
from tests.command import Command

FIRST = "Harbour House\n\nMina Arkwright said: “We accept the findings.”\n"
SECOND = "Quay House\n\nJoel Tanner said: “We had quillbrooked nothing.”\n"


@pytest.fixture
def command(command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command line of somebody."""
    monkeypatch.setenv("LOGNAME", "ines")
    return command


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with two letters; the second has a word that stands nowhere else."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


@pytest.fixture
def full(command: Command, letters: Path) -> Command:
    """The command line on an archive that holds both letters, and no graph yet."""
    assert command("ingest", letters, "--no-load")[0] == 0
    return command


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, but for the graph's, caches and locks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {*DISPOSABLE} & {*path.parts} and not path.name.endswith(".lock")
    }
