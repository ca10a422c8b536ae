"""The command line for tests of faults."""

from pathlib import Path

import pytest

from tests.command import Command


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    for name in ("ONRECORD_ARCHIVE", "ONRECORD_GRAPH"):
        monkeypatch.delenv(name, raising=False)
    return Command(tmp_path / "archive", monkeypatch, capsys)
