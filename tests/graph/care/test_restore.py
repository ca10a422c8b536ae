import hashlib
import io
import json
import stat
import zipfile
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.care import restore as restoring
from graph.care.packed import verify
from graph.errors import OnRecordError
from tests.command import Command
from tests.graph.care.conftest import tree

Members = dict[str, bytes]


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


@pytest.fixture
def kept(full: Command, tmp_path: Path) -> Path:
    path = tmp_path / "kept.backup"
    assert full("backup", path)[0] == 0
    full.root = tmp_path / "restored"
    return path


def members(path: Path) -> Members:
    with zipfile.ZipFile(path) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


def rewritten(path: Path, members: Members, *more: tuple[zipfile.ZipInfo, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
        for info, data in more:
            packed.writestr(info, data)


def with_manifest(found: Members, **changed: object) -> Members:
    manifest = json.loads(found["manifest.json"]) | changed
    return found | {"manifest.json": json.dumps(manifest).encode()}


def with_file(found: Members, name: str, data: bytes, **changed: object) -> Members:
    manifest = json.loads(found["manifest.json"])
    entry = {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    files = [*manifest["files"], entry | changed]
    return with_manifest(found, files=files) | {f"archive/{name}": data}


def refused(command: Command, path: Path, said: str) -> None:
    """Assert that the backup is refused with these words, and that nothing was put anywhere."""
    beside = sorted(path.parent.iterdir())
    status, out, err = command("restore", path, "--no-load")
    assert (status, out, said in err, err.count("\n")) == (1, "", True, 1), err
    assert sorted(path.parent.iterdir()) == beside
    assert not command.root.exists()


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/out.txt", "a/../../out.txt", "C:/out.txt", "a\\out.txt", ".lock", "a/./b",
     "sources/.x/original", "graph/databases/kg/x", "a//b", "a\x07b"],
)  # fmt: skip
def test_a_name_that_is_no_place_in_an_archive_is_refused(
    full: Command, kept: Path, name: str
) -> None:
    rewritten(kept, with_file(members(kept), name, b"out"))
    refused(full, kept, "is no place in an archive")


def test_a_link_is_refused(full: Command, kept: Path) -> None:
    found = with_file(members(kept), "notes.txt", b"/etc/hostname")
    link = zipfile.ZipInfo("archive/notes.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = found.pop("archive/notes.txt")
    rewritten(kept, found, (link, data))
    refused(full, kept, "archive/notes.txt is a link or no regular file")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(full: Command, kept: Path) -> None:
    found = members(kept)
    rewritten(kept, found, (zipfile.ZipInfo("archive/archive.toml"), b"other"))
    refused(full, kept, "its files are not those that its manifest lists")


@pytest.mark.parametrize("name", ["Archive.TOML", "archive.toml/inner"])
def test_names_that_are_one_on_some_disk_are_refused(full: Command, kept: Path, name: str) -> None:
    rewritten(kept, with_file(members(kept), name, b"other"))
    refused(full, kept, "archive.toml stands in it twice")


def test_a_file_that_grows_beyond_its_manifest_is_refused(full: Command, kept: Path) -> None:
    rewritten(kept, with_file(members(kept), "bomb.txt", bytes(50_000_000), size=10))
    refused(full, kept, "bomb.txt is larger than its manifest says")


def test_more_than_the_disk_can_hold_is_refused_before_anything_is_read(
    full: Command, kept: Path
) -> None:
    rewritten(kept, with_file(members(kept), "bomb.txt", b"small", size=10**18))
    refused(full, kept, "the backup needs 1000000000000 MB, and ")


@pytest.mark.parametrize("where", ["original", "text.txt", "source.toml"])
def test_bytes_that_were_changed_are_refused(full: Command, kept: Path, where: str) -> None:
    found = members(kept)
    name = next(name for name in found if name.endswith(where))
    found[name] = found[name].replace(b"House", b"Mouse").replace(b"first", b"fi_st") + b"\n"
    rewritten(kept, found)
    refused(full, kept, f"{name.removeprefix('archive/')} is ")


def test_a_file_that_is_lacking_is_refused(full: Command, kept: Path) -> None:
    found = members(kept)
    del found["archive/archive.toml"]
    rewritten(kept, found)
    refused(full, kept, "its files are not those that its manifest lists")


def test_a_backup_that_was_cut_off_is_refused_at_every_length(full: Command, kept: Path) -> None:
    data = kept.read_bytes()
    for length in (0, 1, 100, len(data) // 2, len(data) - 1):
        kept.write_bytes(data[:length])
        refused(full, kept, "it is no backup, or was cut off")


def test_a_bit_that_flipped_is_found_or_changes_no_file(full: Command, kept: Path) -> None:
    data = kept.read_bytes()
    manifest, refusals = verify(io.BytesIO(data), "kept"), 0
    for place in range(0, len(data), 61):
        flipped = bytearray(data)
        flipped[place] ^= 1
        try:
            assert verify(io.BytesIO(flipped), "kept").files == manifest.files
        except OnRecordError as fault:
            refusals += fault.subject == "kept"
    assert refusals > 20


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"format": 2}, "this archive has format 2, and this version reads format 1. Install"),
        ({"version": 2}, "it is a backup of version 2, and this version reads 1. Install"),
        ({"kind": "other"}, "it is no backup of On Record"),
        ({"archive": "another"}, "the archive in it is not the one that its manifest names"),
        ({"files": 1}, "its manifest cannot be read"),
        ({"unheard": 1}, "its manifest cannot be read"),
    ],
)
def test_a_manifest_that_is_newer_or_false_is_refused(
    full: Command, kept: Path, changed: dict[str, object], said: str
) -> None:
    rewritten(kept, with_manifest(members(kept), **changed))
    refused(full, kept, said)


def test_another_zip_is_no_backup(full: Command, kept: Path) -> None:
    rewritten(kept, {"letter.txt": b"words"})
    refused(full, kept, "it is no backup of On Record: it has no manifest")


def test_a_folder_that_holds_something_else_is_refused(full: Command, kept: Path) -> None:
    full.root.mkdir()
    (full.root / ".letter").write_text("words")
    status, _, err = full("restore", kept)
    assert (status, "this folder holds something else" in err) == (2, True)
    assert [path.name for path in full.root.iterdir()] == [".letter"]


def test_an_empty_folder_is_taken(full: Command, kept: Path, tmp_path: Path) -> None:
    full.root.mkdir()
    assert full("restore", kept, "--no-load")[0] == 0
    assert tree(full.root) == tree(tmp_path / "archive")


def test_an_archive_is_replaced_only_on_demand_and_kept_beside(
    full: Command, kept: Path, tmp_path: Path
) -> None:
    restored = full.root
    (tmp_path / "other.txt").write_text("Mill House\n\nZoë Marsh said: “We agree.”\n")
    assert full("ingest", tmp_path / "other.txt", "--no-load")[0] == 0
    before = tree(restored)
    status, _, err = full("restore", kept, "--no-load")
    assert (status, "there is an archive here" in err) == (2, True)
    assert tree(restored) == before
    status, _, err = full("restore", kept, "--no-load", "--replace")
    assert status == 0
    assert tree(restored) == tree(tmp_path / "archive")
    (beside,) = tmp_path.glob("restored-replaced-*.backup")
    assert f"What stood there is in {beside}." in err
    full.root = tmp_path / "third"
    assert full("restore", beside, "--no-load")[0] == 0
    assert tree(full.root) == before


def test_a_replacement_that_was_killed_between_its_renames_is_undone(
    full: Command, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert full("restore", kept, "--no-load")[0] == 0
    before = tree(full.root)

    def killed(root: Path, partial: Path) -> None:
        raise Killed(root, partial)

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "_place", killed)
        with pytest.raises(Killed):
            full("restore", kept, "--no-load", "--replace")
    assert not full.root.exists()
    assert full("restore", kept, "--no-load")[0] == 2
    assert tree(full.root) == before
    assert not list(tmp_path.glob(".restored*"))


def test_a_backup_that_cannot_be_read_is_named(full: Command, tmp_path: Path) -> None:
    none = full.root = tmp_path / "none.backup"
    status, _, err = full("restore", none)
    assert (status, err.startswith(f"{none}: it cannot be read (No such")) == (1, True)


def test_an_empty_archive_makes_the_way_too(command: Command, tmp_path: Path) -> None:
    Archive.create(command.root, title="Empty")
    assert command("backup", tmp_path / "kept.backup")[0] == 0
    before = tree(command.root)
    command.root = tmp_path / "restored"
    assert command("restore", tmp_path / "kept.backup", "--no-load")[0] == 0
    assert tree(command.root) == before


def test_a_restored_archive_is_its_owners_alone(full: Command, kept: Path) -> None:
    assert full("restore", kept, "--no-load")[0] == 0
    files = [path for path in full.root.rglob("*") if path.is_file() and path.name != ".lock"]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert full.root.stat().st_mode & 0o777 == 0o700
