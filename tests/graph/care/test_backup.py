import stat
import zipfile
from pathlib import Path

import msgspec
import pytest

from graph.archive import Archive
from tests.command import Command
from tests.graph.care.conftest import tree


@pytest.fixture
def kept(full: Command, tmp_path: Path) -> Path:
    path = tmp_path / "kept.backup"
    assert full("backup", path)[0] == 0
    return path


def test_a_restored_archive_is_the_same_to_the_byte_and_exports_the_same(
    full: Command, tmp_path: Path
) -> None:
    judged = b'{"kind":"judgement","id":"jd-1"}\n'
    (full.root / "judgements.jsonl").write_bytes(judged)
    (full.root / "gazetteer.yaml").write_text("bodies: []\n")
    (full.root / "notes.txt").write_text("to do")
    before, exported = tree(full.root), full("export")[1]
    path = tmp_path / "kept.backup"
    status, out, err = full("backup", path)
    assert (status, out) == (0, "")
    assert err.startswith(f"Backup {path}: “archive” ({Archive.open(full.root).id}), 2 sources, ")
    full.root = tmp_path / "restored"
    assert full("restore", path, "--no-load")[0] == 0
    assert tree(full.root) == before
    assert full("export")[1] == exported


def test_a_restored_archive_is_loaded_and_everything_fits(
    full: Command, kept: Path, tmp_path: Path
) -> None:
    full.root = tmp_path / "restored"
    assert full("restore", kept)[0] == 0
    assert full("check")[0] == 0


def test_a_backup_says_what_it_is_and_only_its_owner_may_read_it(full: Command, kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with zipfile.ZipFile(kept) as packed:
        manifest = msgspec.json.decode(packed.read("manifest.json"))
        names = packed.namelist()
    files = manifest.pop("files")
    assert names == [*(f"archive/{file['name']}" for file in files), "manifest.json"]
    assert {file["name"]: file["size"] for file in files} == {
        name: len(data) for name, data in tree(full.root).items()
    }
    assert manifest.pop("made").endswith("+00:00")
    assert manifest == {
        "kind": "On Record backup", "version": 1, "archive": Archive.open(full.root).id,
        "title": "archive", "format": 1, "onrecord": "0.1.0",
    }  # fmt: skip


def test_what_is_made_anew_or_half_done_or_hidden_stays_out(full: Command, tmp_path: Path) -> None:
    full("load")
    before = tree(full.root)
    (full.root / "sources" / ".0000.99.partial").mkdir()
    (full.root / "sources" / ".0000.99.partial" / "original").write_text("half")
    (full.root / "graph.set-aside").mkdir()
    (full.root / "graph.set-aside" / "old").write_text("old")
    (full.root / ".hidden").write_text("secret")
    (full.root / "outside").symlink_to(tmp_path)
    status, _, err = full("backup", tmp_path / "kept.backup")
    assert status == 0
    assert err.splitlines()[:2] == ["left out: .hidden", "left out: outside"]
    full.root = tmp_path / "restored"
    assert full("restore", tmp_path / "kept.backup", "--no-load")[0] == 0
    assert tree(full.root) == before


def test_a_file_that_exists_is_replaced_only_by_force(full: Command, kept: Path) -> None:
    before = kept.read_bytes()
    said = f"{kept}: this file exists. Name another, or say --force.\n"
    assert full("backup", kept) == (2, "", said)
    assert kept.read_bytes() == before
    assert full("backup", kept, "--force")[0] == 0


def test_a_backup_inside_the_archive_is_refused(full: Command) -> None:
    status, _, err = full("backup", full.root / "kept.backup")
    assert (status, "this is inside the archive" in err) == (2, True)


def test_an_original_that_was_changed_is_kept_as_it_is_and_told(
    full: Command, tmp_path: Path
) -> None:
    original = min(full.root.glob("sources/*/original"))
    original.write_text("other")
    status, _, err = full("backup", tmp_path / "kept.backup")
    assert status == 1
    assert err.startswith(f"{original.relative_to(full.root)}: the original does not have the hash")
    full.root = tmp_path / "restored"
    assert full("restore", tmp_path / "kept.backup", "--no-load")[0] == 0
    assert min(full.root.glob("sources/*/original")).read_text() == "other"


def test_a_backup_can_be_verified_without_restoring_it(full: Command, kept: Path) -> None:
    before = tree(full.root)
    status, _, err = full("restore", kept, "--verify")
    assert (status, err.startswith("It fits: “archive” (")) == (0, True)
    assert tree(full.root) == before


def test_what_a_killed_backup_left_beside_is_cleared_away(full: Command, tmp_path: Path) -> None:
    (tmp_path / ".kept.backup.99.partial").write_text("half")
    assert full("backup", tmp_path / "kept.backup")[0] == 0
    assert list(tmp_path.glob(".*.partial")) == []
