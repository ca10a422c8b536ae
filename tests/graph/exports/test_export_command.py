"""The command, as a user runs it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from graph.archive import Archive
from graph.exports.forms import FORMS
from graph.stores.open import open_store
from tests.graph.exports.reading import of_graphml

LETTER = "Harbour House\n\nMina Arkwright said: “We accept the findings.”\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive of one letter, whose graph stays open: the commands join its engine."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        assert run(patch, folder, "ingest", str(folder / "letter.txt")) == 0
        with open_store(Archive.open(folder / "archive"), None):
            yield folder


def run(patch: pytest.MonkeyPatch, folder: Path, *words: str) -> int:
    """Return the exit status of the command line on the archive."""
    patch.setenv("XDG_STATE_HOME", str(folder / "state"))
    for name in ("ONRECORD_ARCHIVE", "ONRECORD_GRAPH"):
        patch.delenv(name, raising=False)
    patch.setattr(sys, "argv", ["onrecord", "--archive", str(folder / "archive"), *words])
    with pytest.raises(SystemExit) as ended:
        onrecord.main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("form", FORMS)
def test_each_format_is_written_to_its_file_and_told_on_standard_error(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    form: str,
) -> None:
    words = ["export", "--format", form, "--output", str(folder / form), "--as-of", "2026-03-04"]
    assert run(monkeypatch, folder, *words) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"archive_id: {Archive.open(folder / 'archive').id}\nas_of: 2026-03-04\n" in err
    assert "holds: the whole graph\n" in err
    once = (folder / form).read_bytes()
    assert run(monkeypatch, folder, *words) == 0
    assert (folder / form).read_bytes() == once


def test_a_part_begins_with_its_seeds_and_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    assert run(monkeypatch, folder, "export", "--format", "json") == 0
    whole = json.loads(capsysbinary.readouterr().out)
    person = next(node["id"] for node in whole["nodes"] if node["kind"] == "person")
    part = ["export", "--format", "graphml", "--seed", person, "--radius", "0"]
    assert run(monkeypatch, folder, *part) == 0
    things, links = of_graphml(capsysbinary.readouterr().out)
    assert ([one["name"] for one in things], links) == (["Mina Arkwright"], [])


WRONG = {
    "--seed person-x": (2, "cannot be exported at once"),
    "--format json --seed a --question b": (2, "cannot be exported at once"),
    "--format json --seed person-x": (1, "person-x: the graph holds no such thing"),
    "--format json --question people/none": (1, "people/none"),
    "--format json --path person-x person-y": (1, "no such thing"),
    "--format json --limit 0": (2, "at least one thing"),
    "--format xlsx": (2, "is not one of"),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_cannot_be_exported_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    words: str,
) -> None:
    status, said = WRONG[words]
    assert run(monkeypatch, folder, "export", *words.split()) == status
    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True), err
