"""The installer of browser libraries, with a stand-in for the registry (which lies outside)."""

import hashlib
from pathlib import Path

import pytest

from graph.errors import OnRecordError
from web.libraries import Package, install, missing, wanted

BODY = b"export default 1;\n"
PACKAGE = Package(
    name="lantern", version="1.2.3", licence="MIT", use="pages",
    files={"dist/lantern.mjs": hashlib.sha256(BODY).hexdigest()},
)  # fmt: skip


class Registry:
    """Serves one body for every file, and keeps what it was asked for."""

    def __init__(self, body: bytes) -> None:
        self.body, self.asked = body, []

    def __call__(self, names: list[str], folder: Path) -> None:
        self.asked.append(names)
        target = folder / "node_modules" / "lantern" / "dist" / "lantern.mjs"
        target.parent.mkdir(parents=True)
        target.write_bytes(self.body)


def test_a_package_is_fetched_once_by_its_exact_version(tmp_path):
    registry = Registry(BODY)
    assert [install([PACKAGE], tmp_path, registry) for _ in range(2)] == [1, 0]
    assert registry.asked == [["lantern@1.2.3"]]
    assert (tmp_path / "lantern/dist/lantern.mjs").read_bytes() == BODY
    assert missing([PACKAGE], tmp_path) == []


def test_a_file_with_another_hash_is_refused_and_nothing_is_copied(tmp_path):
    with pytest.raises(OnRecordError, match=r"lantern 1.2.3: .*dist/lantern.mjs"):
        install([PACKAGE], tmp_path, Registry(b"something else"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_changed_afterwards_is_named_and_fetched_again(tmp_path):
    install([PACKAGE], tmp_path, Registry(BODY))
    (tmp_path / "lantern/dist/lantern.mjs").write_bytes(b"changed")
    assert missing([PACKAGE], tmp_path) == ["lantern/dist/lantern.mjs"]
    assert install([PACKAGE], tmp_path, Registry(BODY)) == 1
    assert missing([PACKAGE], tmp_path) == []


def test_every_library_is_pinned_and_carries_its_licence():
    packages = [*wanted("pages"), *wanted("tests")]
    assert [package.name for package in packages] == [
        "cytoscape", "layout-base", "cose-base", "cytoscape-fcose", "axe-core",
    ]  # fmt: skip
    for package in packages:
        assert package.version.count(".") == 2
        assert "LICENSE" in package.files
        assert all(len(hash_) == 64 for hash_ in package.files.values())
