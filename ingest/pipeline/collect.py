"""From what the user names to files and addresses: folders are gone through, oddities named."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import OnRecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """`files` and web `addresses` in order, each once.

    `hidden` counts entries left out because a dot begins their names.
    """

    files: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    hidden: int = 0
    failures: tuple[OnRecordError, ...] = ()

    def count(self) -> int:
        """Return how many things there are to deal with, before any container is opened."""
        return len(self.files) + len(self.addresses) + len(self.failures)


def collect(named: Iterable[str]) -> Collected:
    """Return what to read. A folder is gone through in the order of names, links not followed.

    A folder that is an archive is left out: its files are sources already. Nothing is fetched here.
    """
    files: dict[Path, None] = {}
    addresses: dict[str, None] = {}
    failures: list[OnRecordError] = []
    hidden = 0
    for name in named:
        if name.lower().startswith(("http://", "https://")):
            addresses[name] = None
            continue
        entries = list(_under(name))
        if all(isinstance(found, int) for found in entries):
            failures.append(OnRecordError("this folder holds no files to read", subject=name))
        for found in entries:
            if isinstance(found, Path):
                files[found] = None
            elif isinstance(found, OnRecordError):
                failures.append(found)
            else:
                hidden += found
    return Collected(
        files=tuple(files), addresses=tuple(addresses), hidden=hidden, failures=tuple(failures)
    )


def _under(name: str) -> Iterator[Path | OnRecordError | int]:
    path = Path(name)
    if _is_archive(path):
        yield OnRecordError(
            "it is an archive, and its files are sources already",
            subject=name,
            remedy="Name the documents themselves",
        )
    elif path.is_dir():
        yield from _walk(path)
    elif path.is_file():
        yield path
    elif path.exists():
        yield OnRecordError("it is neither a file nor a folder", subject=name)
    else:
        yield OnRecordError("there is no such file", subject=name, remedy="Look at its spelling")


def _is_archive(path: Path) -> bool:
    return (path / "archive.toml").is_file()


def _walk(root: Path) -> Iterator[Path | OnRecordError | int]:
    faults: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=faults.append):
        here = Path(folder)
        shown = sorted(name for name in folders if not name.startswith("."))
        yield len(folders) - len(shown) + sum(name.startswith(".") for name in names)
        yield from (_linked(here / name) for name in shown if (here / name).is_symlink())
        # os.walk goes on into what is left in its own list.
        folders[:] = [name for name in shown if not _is_archive(here / name)]
        for name in sorted(name for name in names if not name.startswith(".")):
            path = here / name
            yield (
                path
                if path.is_file()
                else OnRecordError(
                    "it is not a regular file", subject=str(path), remedy="Leave it out"
                )
            )
    for fault in faults:
        yield OnRecordError(
            f"this folder cannot be read ({fault.strerror})",
            subject=str(fault.filename),
            remedy="Give yourself the right to read it",
        )


def _linked(path: Path) -> OnRecordError:
    return OnRecordError(
        "a link to a folder is not followed",
        subject=str(path),
        remedy="Name the folder that it leads to",
    )
