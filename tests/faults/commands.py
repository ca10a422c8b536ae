"""Our commands in processes of their own that begin at once, so that a kill finds them at work.

A server process that has imported everything is forked for each command; a command's imports are
no moment at which anything could be lost.
"""

import multiprocessing
import os
import signal
import sys
import time
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_PRELOADED = ["onrecord", "tests.faults.preloaded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A command that ended: its status (negative: the signal), what it said, its seconds."""

    status: int
    said: str
    seconds: float

    @property
    def answer(self) -> str:
        """The last line: an answer in JSON, behind what was said of a load before it."""
        return self.said.splitlines()[-1]


@dataclass(slots=True, kw_only=True)
class Running:
    """A command that runs."""

    process: ForkServerProcess
    log: Path
    begun: float

    @property
    def pid(self) -> int:
        """Its process."""
        return self.process.pid or 0

    def kill(self) -> None:
        """SIGKILL, if it is still there."""
        if self.process.is_alive():
            os.kill(self.pid, signal.SIGKILL)

    def end(self) -> Ended:
        """Wait for its end."""
        self.process.join()
        seconds = time.monotonic() - self.begun
        status = self.process.exitcode
        self.process.close()
        assert status is not None
        return Ended(status=status, said=self.log.read_text("utf-8"), seconds=seconds)


def begin(archive: Path, *words: str) -> Running:
    """Start `onrecord --archive … WORDS`; what it says goes into a file beside the archive."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    number = len(list(archive.parent.glob("said-*")))
    log = archive.parent / f"said-{number:03}-{words[0]}.txt"
    log.touch()
    state = os.environ["XDG_STATE_HOME"]
    process = context.Process(target=_run, args=(str(archive), words, str(log), state))
    process.start()
    return Running(process=process, log=log, begun=time.monotonic())


def done(archive: Path, *words: str) -> Ended:
    """Run a command to its end, which must be good."""
    ended = begin(archive, *words).end()
    if ended.status != 0:
        raise Fault(f"`{' '.join(words)}` ended with {ended.status}:\n{ended.said}")
    return ended


def killed(archive: Path, *words: str, after: float) -> Ended:
    """Start a command, kill it after so many seconds, and return how it ended."""
    running = begin(archive, *words)
    running.process.join(after)
    running.kill()
    return running.end()


class Fault(Exception):
    """Something acknowledged was lost, something stands twice, or a command did not recover."""


def _run(archive: str, words: tuple[str, ...], log: str, state: str) -> None:
    import onrecord  # noqa: PLC0415 - in the forked process alone

    with open(log, "ab", buffering=0) as file:  # noqa: PTH123 - kept open as 1 and 2
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.environ["XDG_STATE_HOME"] = state
    os.environ.pop("ONRECORD_GRAPH", None)
    sys.argv = ["onrecord", "--archive", archive, *words]
    onrecord.main()
