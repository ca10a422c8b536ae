"""`archive.toml`: what an archive is called, which one it is, and in which format it is kept."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from graph.archive.files import write_whole
from graph.errors import NotFound, OnRecordError

FILE = "archive.toml"
_NAMED = ("id", "title", "purpose")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What `archive.toml` says. `id` never changes; `format` counts changes of the layout."""

    format: int
    id: str
    title: str
    purpose: str

    def write(self, root: Path) -> None:
        """Write the file of a new archive."""
        known = {name: getattr(self, name) for name in ("format", *_NAMED)}
        write_whole(root / FILE, tomli_w.dumps(known).encode())


def read_about(root: Path) -> About:
    """Return what is known, in whatever format; raise NotFound, or OnRecordError if unreadable."""
    try:
        found = _values(root)
        format_, named = int(found["format"]), {k: str(found[k]) for k in _NAMED}
    except FileNotFoundError:
        raise NotFound(
            "there is no archive here",
            subject=str(root),
            remedy="Ingest a document to begin one, or name another folder with --archive",
        ) from None
    except (OSError, ValueError, TypeError, KeyError) as fault:
        raise OnRecordError(
            f"it cannot be read: {fault}",
            subject=str(root / FILE),
            remedy="Restore the file from a backup",
        ) from fault
    return About(format=format_, **named)


def note_format(root: Path, format_: int) -> None:
    """Write the format into `archive.toml`; whatever else stands there stays."""
    write_whole(root / FILE, tomli_w.dumps({**_values(root), "format": format_}).encode())


def _values(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / FILE).read_text("utf-8"))
