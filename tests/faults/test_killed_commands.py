"""`kill -9` at seeded moments, then the same command: nothing is lost, doubled or half done."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.assembly import assembly
from graph.check import check
from graph.records import encode_lines
from graph.stores.open import open_store
from ingest.resolution import joins

MOMENTS = range(10)
_PLACES = ("Harbour", "Mill", "Quay", "Saltmere", "Wexcombe")
_PEOPLE = ("Mina Arkwright", "Joel Tanner", "Zoë Marsh", "Ines Holloway")


def command(archive: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "onrecord", "--archive", str(archive), *words]


def done(archive: Path, *words: str) -> None:
    ended = subprocess.run(command(archive, *words), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def exported(root: Path) -> bytes:
    """Return what `check` finds clean and `export` writes, without starting them."""
    archive = Archive.open(root)
    with open_store(archive, None) as store:
        assert check(archive, store, joins) == []
    return encode_lines(assembly(archive, joins).records)


def killed(words: list[str], after: float) -> None:
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.kill()


def moment(number: int, undisturbed: float) -> float:
    """Return a seeded moment of a command that takes this long; its imports are left out."""
    return random.Random(number).uniform(0.25, 1.0) * undisturbed


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for number in range(40):
        place, person = _PLACES[number % 5], _PEOPLE[number % 4]
        text = (
            f"{place} Council met on {number % 28 + 1} March 2026\n\n"
            f"{person}, the leader of {place} Council, said: “We accept finding {number}.”\n\n"
            f"A spokesperson for {place} Council said that letter {number} had been answered.\n"
        )
        (folder / f"{number:02}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def undisturbed(
    tmp_path_factory: pytest.TempPathFactory, documents: Path
) -> tuple[bytes, Callable[[str], float]]:
    """Return what an undisturbed archive exports, and how long its commands took."""
    archive = tmp_path_factory.mktemp("undisturbed") / "archive"
    seconds: dict[str, float] = {}
    for name, words in (("ingest", ["ingest", str(documents)]), ("load", ["load", "--rebuild"])):
        begun = time.monotonic()
        done(archive, *words)
        seconds[name] = time.monotonic() - begun
    return exported(archive), seconds.__getitem__


@pytest.mark.parametrize("number", MOMENTS)
def test_an_ingest_that_was_killed_is_finished_by_the_same_command(
    tmp_path: Path,
    documents: Path,
    undisturbed: tuple[bytes, Callable[[str], float]],
    number: int,
) -> None:
    expected, seconds = undisturbed
    archive = tmp_path / "archive"
    killed(command(archive, "ingest", str(documents)), moment(number, seconds("ingest")))
    done(archive, "ingest", str(documents))
    assert exported(archive) == expected
    assert list(archive.rglob("*.partial")) == []


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, documents: Path) -> Path:
    archive = tmp_path_factory.mktemp("loaded") / "archive"
    done(archive, "ingest", str(documents))
    return archive


@pytest.mark.parametrize("number", MOMENTS)
def test_a_load_that_was_killed_is_finished_by_the_same_command(
    loaded: Path, undisturbed: tuple[bytes, Callable[[str], float]], number: int
) -> None:
    expected, seconds = undisturbed
    killed(command(loaded, "load", "--rebuild"), moment(number, seconds("load")))
    done(loaded, "load", "--rebuild")
    assert exported(loaded) == expected
