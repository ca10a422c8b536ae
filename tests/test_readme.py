"""Every command in the README runs, in order, in one shell session on a copy of what it names."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]


def test_every_make_target_in_the_readme_exists() -> None:
    targets = set(re.findall(r"(?:`|\$ )make ([a-z]+)", README))
    assert targets >= {"demo", "test"}
    for target in sorted(targets):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_every_onrecord_command_in_the_readme_runs(tmp_path: Path) -> None:
    commands = [line for line in COMMANDS if not line.startswith("make ")]
    assert sum(line.startswith("onrecord") for line in commands) >= 8
    (tmp_path / "ingest").symlink_to(ROOT / "ingest")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "onrecord").symlink_to(Path(sys.executable).parent / "onrecord")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(commands)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    assert (tmp_path / "my-records.jsonl").stat().st_size > 0


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)]+)\)", README))
def test_every_file_that_the_readme_links_to_exists(link: str) -> None:
    assert (ROOT / link).exists()
