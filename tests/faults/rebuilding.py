"""A damaged folder of the embedded graph: it is noticed, said, and built anew by a load."""

from collections.abc import Callable
from pathlib import Path

from tests.faults.commands import Fault, done
from tests.faults.damage import unseal
from tests.faults.world import World, exported

_ASKED = ("query", "documents/documents", "--format", "json")


def damaged(made: World, way: Callable[[Path], None], place: Path, *, sealed: bool) -> None:
    """Damage a copy's graph in this way, ask it, and raise Fault unless all is as before.

    Not sealed: as after an unclean stop, where no hashes tell what the files should be.
    """
    archive = made.copy(place)
    before = done(archive, *_ASKED).said
    if not sealed:
        unseal(archive / "graph")
    way(archive / "graph")
    asked = done(archive, *_ASKED).said
    if not asked.endswith(before):
        raise Fault(f"it answers otherwise than before:\n{asked}")
    if sealed and "It was set aside in graph.set-aside" not in asked:
        raise Fault(f"nobody was told:\n{asked}")
    if exported(archive) != made.exported:
        raise Fault("it gives something else than before")
