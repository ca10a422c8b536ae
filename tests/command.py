"""The command line on one archive, driven in the test's own process."""

import sys
from pathlib import Path

import pytest

import onrecord


class Command:
    """Call it with a command's words; the archive is named by itself."""

    def __init__(
        self,
        root: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.root = root
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error."""
        words = ["onrecord", "--archive", str(self.root), *map(str, arguments)]
        self._monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit) as ended:
            onrecord.main()
        out, err = self._capsys.readouterr()
        return int(ended.value.code or 0), out, err
