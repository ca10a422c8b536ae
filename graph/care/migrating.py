"""An archive of an older format brought to the present one, with a backup beside it first."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from graph.archive.about import read_about
from graph.archive.files import locked, sweep
from graph.archive.migrations import FORMAT, STEPS, Step, bring_up, refuse_newer
from graph.archive.removals import finish
from graph.care.backup import Backup, back_up


def migrate(
    root: Path, *, now: datetime, steps: Mapping[int, Step] = STEPS, to: int = FORMAT
) -> Backup | None:
    """Bring the archive in the folder `root` to format `to`; return the backup made before.

    Null where it has that format already. Raises OnRecordError for a newer one.
    """
    with locked(root / ".lock"):
        about = read_about(root)
        refuse_newer(about.format, str(root), reads=to)
        if about.format == to:
            return None
        sweep(root)
        finish(root)
        name = f"{root.resolve().name}-format-{about.format}-{now:%Y-%m-%dT%H%M%SZ}.backup"
        backup = back_up(root, about, root.resolve().with_name(name), now=now)
        bring_up(root, steps=steps, to=to)
        return backup
