"""Moments at which something is killed, and what must be true once work has gone on.

Each moment is a pure function of the seed and its number, but for the machine's own pace.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.archive import Archive
from graph.archive.removals import standing_removals
from graph.stores import endpoint
from tests.faults.commands import Ended, Fault, Running, begin, done, killed
from tests.faults.world import World, exported, log_of

_BY = ("--by", "Ada Quill")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One moment: its number, its chance, a new folder for it, and the world it begins from."""

    number: int
    chance: random.Random
    place: Path
    world: World

    def within(self, *words: str) -> float:
        """Return a moment in the run of a command, in seconds from its beginning."""
        return self.chance.random() * self.world.took(self.place.parent, *words)

    def kill(self, archive: Path, *words: str) -> Ended:
        """Kill a command at a moment within its run, as long as such commands take at present."""
        after = self.within(*words)
        ended = killed(archive, *words, after=after)
        self.pace(words[0], after, ended)
        return ended

    def pace(self, name: str, after: float, ended: Ended) -> None:
        """Learn how long a command takes, on a machine that others use too."""
        if ended.status >= 0:
            self.world.seconds[name] = ended.seconds
        elif after > 0.9 * self.world.seconds[name]:
            self.world.seconds[name] *= 1.2


def killed_ingest(moment: Moment) -> Ended:
    """An ingest that was killed is finished by the same command."""
    words = ("ingest", str(moment.world.folder))
    archive = moment.place / "archive"
    moment.place.mkdir(parents=True)
    ended = moment.kill(archive, *words)
    done(archive, *words)
    _same(exported(archive), moment.world.exported)
    _nothing_half_done(archive)
    return ended


def killed_load(moment: Moment) -> Ended:
    """A load that was killed is finished by the next one."""
    archive = moment.world.copy(moment.place)
    ended = moment.kill(archive, "load", "--rebuild")
    done(archive, "load")
    _same(exported(archive), moment.world.exported)
    return ended


def killed_judge(moment: Moment) -> Ended:
    """Judgements before and after the one that was killed stand once, and it at most once."""
    archive = moment.world.copy(moment.place)
    first, second, third = moment.world.statements
    done(archive, "judge", first, "accept", "--why", "first", "--no-load", *_BY)
    words = ("judge", second, "reject", "--why", "second", *_BY)
    ended = moment.kill(archive, *words)
    done(archive, "judge", third, "accept", "--why", "third", *_BY)
    times = Counter(log_of(archive))
    if acknowledged(ended) and times["second"] != 1:
        raise Fault(f"the acknowledged judgement stands {times['second']} times")
    if times["second"] > 1 or (times["first"], times["third"]) != (1, 1):
        raise Fault(f"the log holds {dict(times)}")
    exported(archive)
    return ended


def killed_engine(moment: Moment) -> Ended:
    """A command whose engine was killed finishes, or says so and is finished by the same again."""
    archive = moment.world.copy(moment.place)
    asked = moment.chance.random() < 0.5
    words = ("query", "documents/documents", "--format", "json") if asked else ("load", "--rebuild")
    after = moment.within(*words)
    running = begin(archive, *words)
    running.process.join(after)
    killed_one = _kill_engine(archive, running)
    ended = running.end()
    if ended.status != 0:
        if ended.status != 1 or "Run " not in ended.said:
            raise Fault(f"it ended with {ended.status}:\n{ended.said}")
        done(archive, *words)
    if asked:
        whole = moment.world.copy(moment.place / "asked")
        _same(done(archive, *words).answer.encode(), done(whole, *words).answer.encode())
    _same(exported(archive), moment.world.exported)
    told = Ended(status=-9 if killed_one else 0, said=ended.said, seconds=ended.seconds)
    moment.pace(words[0], after, told)
    return told


def two_writers(moment: Moment) -> Ended:
    """Of three who judge at once one is killed: the others lose nothing."""
    archive = moment.world.copy(moment.place)
    begun = [
        begin(archive, "judge", id_, "accept", "--why", str(n), "--no-load", *_BY)
        for n, id_ in enumerate(moment.world.statements)
    ]
    lost = moment.chance.randrange(len(begun))
    begun[lost].process.join(moment.within("judge", moment.world.statements[0], "accept"))
    begun[lost].kill()
    ended = [each.end() for each in begun]
    times = Counter(log_of(archive))
    for n, one in enumerate(ended):
        if times[str(n)] != 1 and (acknowledged(one) or n != lost or times[str(n)] > 1):
            raise Fault(f"judgement {n} stands {times[str(n)]} times:\n{one.said}")
    done(archive, "load")
    exported(archive)
    return ended[lost]


def killed_removal(moment: Moment) -> Ended:
    """A removal that was killed is finished, or was never begun; it is recorded once."""
    archive = moment.world.copy(moment.place)
    words = ("remove", "00.txt", "--why", "withdrawn", *_BY)
    ended = moment.kill(archive, *words)
    if _holds(archive, "00.txt"):
        again = begin(archive, *words).end()
        if again.status and _holds(archive, "00.txt"):
            raise Fault(f"it cannot be removed again:\n{again.said}")
    done(archive, "load")
    export = exported(archive)
    if b'"00.txt"' in export or len(standing_removals(archive)) != 1:
        raise Fault("the source is there still, or its removal is not recorded once")
    return ended


def killed_backup(moment: Moment) -> Ended:
    """A backup that was killed is whole or not there, and the next one is whole."""
    archive = moment.world.copy(moment.place)
    file = moment.place / "kept.backup"
    ended = moment.kill(archive, "backup", str(file))
    if file.exists():
        done(archive, "restore", str(file), "--verify")
    done(archive, "backup", str(file), "--force")
    copy = moment.place / "restored" / "archive"
    copy.parent.mkdir()
    done(copy, "restore", str(file))
    _same(exported(copy), moment.world.exported)
    _same(exported(archive), moment.world.exported)
    return ended


#: Which moment is which: ten of these in turn.
KINDS: tuple[Callable[[Moment], Ended], ...] = (
    killed_ingest, killed_load, killed_judge, killed_engine, two_writers,
    killed_ingest, killed_load, killed_judge, killed_engine, killed_removal,
    killed_ingest, killed_load, killed_judge, killed_engine, killed_backup,
)  # fmt: skip


def acknowledged(ended: Ended) -> bool:
    """Return whether a judge command has said that its judgement is made."""
    return " by Ada Quill, on " in ended.said


def _kill_engine(archive: Path, running: Running) -> bool:
    """Kill the engine's own process once there is one; return whether there was."""
    note = endpoint.place(archive, Archive.open(archive).id)
    while running.process.is_alive():
        known = endpoint.read(note)
        if known and known.alive():
            os.kill(known.pid, signal.SIGKILL)
            return True
        time.sleep(0.01)
    return False


def _holds(archive: Path, name: str) -> bool:
    return any(source.name == name for source in Archive.open(archive).sources())


def _nothing_half_done(archive: Path) -> None:
    left = [str(path) for path in archive.rglob("*.partial")]
    if left:
        raise Fault(f"half-written files are left: {left}")


def _same(found: bytes, expected: bytes) -> None:
    if found != expected:
        raise Fault("it gives something else than undisturbed work gives")
