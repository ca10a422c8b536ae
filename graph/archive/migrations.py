"""Formats of an archive: which one is read, and the steps from an older one to the next.

A step gets the archive's folder, changes files whole and bears to be run again: a step that was
killed is run anew, because `archive.toml` names the new format only when it is done.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.archive.about import About, note_format, read_about
from graph.errors import OnRecordError

FORMAT = 1
Step = Callable[[Path], None]
STEPS: Mapping[int, Step] = {}
"""By the format that each step begins at; it ends one higher."""


def refuse_newer(format_: int, subject: str, *, reads: int = FORMAT) -> None:
    """Raise OnRecordError for a format that only a later version of On Record reads."""
    if format_ > reads:
        raise OnRecordError(
            f"this archive has format {format_}, and this version reads format {reads}",
            subject=subject,
            remedy="Install the version of On Record that wrote it, or a later one",
        )


def refuse_other(about: About, root: Path, *, reads: int = FORMAT) -> None:
    """Raise OnRecordError unless the archive has the format that is read."""
    refuse_newer(about.format, str(root), reads=reads)
    if about.format < reads:
        raise OnRecordError(
            f"this archive has the older format {about.format}",
            subject=str(root),
            remedy="Run `onrecord migrate`: it makes a backup beside it first",
        )


def bring_up(root: Path, *, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> None:
    """Take an archive's folder through the steps it lacks; the caller holds its lock."""
    for format_ in range(read_about(root).format, to):
        if format_ not in steps:
            raise OnRecordError(
                f"there is no way from format {format_} to {format_ + 1}",
                subject=str(root),
                remedy="Look whether archive.toml names the right format",
            )
        steps[format_](root)
        note_format(root, format_ + 1)
