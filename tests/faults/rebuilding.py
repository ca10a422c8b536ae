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
    before = done(archive, *_ASKED).answer
    if not sealed:
        unseal(archive / "graph")
    way(archive / "graph")
    asked = done(archive, *_ASKED)
    if asked.answer != before:
        raise Fault(f"it answers otherwise than before:\n{asked.said}")
    if sealed and "It was set aside in graph.set-aside" not in asked.said:
        raise Fault(f"nobody was told:\n{asked.said}")
    if exported(archive) != made.exported:
        raise Fault("it gives something else than before")
