"""Words in pictures, read by the command `tesseract` where it is installed."""

import shutil
import subprocess
from dataclasses import dataclass

from graph.errors import UsageError
from ingest.readers.readtext import Unreadable

_SECONDS = 180  # for one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Tesseract:
    """The command at this path, for English; `version` as it says itself."""

    path: str
    version: str

    @property
    def name(self) -> str:
        """Return what `source.toml` says of the method."""
        return f"{self.version}, English"

    def __call__(self, picture: bytes) -> str:
        """Return the words of a picture of a page; raise Unreadable where Tesseract fails."""
        try:
            done = _run([self.path, "stdin", "stdout", "-l", "eng"], picture)
        except subprocess.TimeoutExpired as fault:
            raise Unreadable(
                f"Tesseract did not finish one of its pages within {_SECONDS} seconds",
                remedy="Leave that page out, or recognise its text with another program",
            ) from fault
        if done.returncode:
            last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise Unreadable(
                f"Tesseract could not read one of its pages ({last})",
                remedy="Look whether Tesseract and its language eng are installed",
            )
        return done.stdout.decode("utf-8", "replace")


def tesseract() -> Tesseract:
    """Return Tesseract as it is installed here; raise UsageError where it is not."""
    path = shutil.which("tesseract")
    if path is None:
        raise UsageError(
            "--ocr needs the command tesseract, which is not installed",
            remedy="Install Tesseract (the package is called tesseract-ocr on Debian and Ubuntu, "
            "tesseract elsewhere) with its language eng, or leave --ocr out",
        )
    said = _run([path, "--version"], b"").stdout.decode("utf-8", "replace").split("\n")[0]
    return Tesseract(path=path, version=said.strip())


def _run(command: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  (a fixed command; the picture goes to its input)
        command, input=given, capture_output=True, timeout=_SECONDS, check=False
    )
