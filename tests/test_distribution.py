"""The distribution as installed: its names are its own, its versions are one."""

import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("package", ["graph", "ingest", "web", "onrecord"])
def test_no_other_distribution_claims_a_name_of_ours(package: str) -> None:
    assert set(packages_distributions().get(package, [])) <= {"onrecord"}


def test_importing_a_module_does_nothing_that_a_user_could_see(tmp_path: Path) -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for package in ("graph", "ingest", "web")
        for path in sorted((ROOT / package).rglob("*.py"))
        if path.name not in {"__main__.py", "__init__.py"}
    ]
    code = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_lock_files_name_no_host_and_pin_everything_by_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        pins = text.count("==") - text.count("== '")
        assert pins > 0
        entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert len(entries) <= text.count("--hash=")


def test_the_two_lock_files_agree_on_every_version() -> None:
    def versions(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        pins = [line.split()[0] for line in lines if "==" in line and not line.startswith(" ")]
        return dict(pin.split("==") for pin in pins)

    run, test = versions("requirements.lock"), versions("requirements-dev.lock")
    assert {name: test[name] for name in run} == run
