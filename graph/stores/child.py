"""Starting and ending the embedded engine's process."""

import json
import secrets
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graph.processes import environment
from graph.stores.endpoint import Endpoint

_HEAP = "1g"
_STOP_SECONDS = 20.0
# The exit status of a process that a person, or a system short of memory, has ended.
_KILLED = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT}


class NotStarted(Exception):
    """The engine did not start; `kind` as in `engine_child.EngineFault`, or `killed`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A running engine that ends with this process."""

    process: subprocess.Popen[str]
    endpoint: Endpoint

    def stop(self) -> None:
        """End it cleanly; kill it if it does not obey."""
        # A worker process of ours may hold the pipe open too, so its end alone is not enough.
        self.process.terminate()
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._reap()

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self._reap()

    def _reap(self) -> None:
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe and not pipe.closed:
                # What it was to be told may still wait in the pipe of one that was killed.
                with suppress(BrokenPipeError):
                    pipe.close()


def start(archive: str, root: Path, *, sql: list[str], forget: list[str], check: bool) -> Child:
    """Start the engine on this folder and wait until it serves; raise NotStarted.

    `sql` is run first, `forget` after it; `check`: the engine examines the folder before.
    """
    port, owner, reader = _free_port(), secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    order = {"root": str(root.resolve()), "port": port, "owner": owner, "reader": reader,
             "heap": _HEAP, "sql": sql, "forget": forget, "check": check}  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "graph.stores.engine_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(),
        # Ctrl-C in the terminal is for the parent, which then ends the child in good order.
        start_new_session=True,
    )
    endpoint = Endpoint(archive=archive, pid=process.pid, port=port, owner=owner, reader=reader)
    child = Child(process=process, endpoint=endpoint)
    answer = _exchange(process, order)
    if not answer and _was_killed(process):
        child.kill()
        raise NotStarted("killed", "its process was killed while it started")
    if "ready" not in answer:
        child.kill()
        raise NotStarted(answer.get("kind", "damaged"), answer.get("error", "it gave no answer"))
    return child


def _exchange(process: subprocess.Popen[str], order: dict[str, object]) -> dict[str, str]:
    if process.stdin is None or process.stdout is None:
        return {}
    try:
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        line = ""
    return json.loads(line) if line else {}


def _was_killed(process: subprocess.Popen[str]) -> bool:
    """Return whether somebody ended a process that gave no answer: its folder is not to blame."""
    try:
        return process.wait(_STOP_SECONDS) in _KILLED
    except subprocess.TimeoutExpired:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
