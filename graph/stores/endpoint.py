"""Where a running engine of an archive can be reached: a private file outside the archive."""

import contextlib
import fcntl
import hashlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from graph.stores.engine_files import write_private


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A running engine: its process, its loopback port, its passwords of this start."""

    archive: str
    pid: int
    port: int
    owner: str
    reader: str

    @property
    def url(self) -> str:
        """The Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"

    def alive(self) -> bool:
        """Return whether its process is there and its port takes connections, or is too busy to."""
        try:
            os.kill(self.pid, 0)
            with socket.create_connection(("127.0.0.1", self.port), timeout=2):
                return True
        except TimeoutError:
            return True
        except OSError:
            return False


def place(root: Path, archive: str) -> Path:
    """Return the file for the engine of the archive in this folder, on this machine and account.

    The folder is part of the name: two copies of one archive have two engines.
    """
    what = f"{socket.gethostname()}\0{root.resolve()}\0{archive}"
    name = hashlib.sha256(what.encode()).hexdigest()[:16]
    return platformdirs.user_state_path("onrecord", appauthor=False) / f"engine-{name}.json"


def read(path: Path) -> Endpoint | None:
    """Return the endpoint noted there, null if none is or it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Endpoint)
    except (OSError, msgspec.MsgspecError):
        return None


def in_use(root: Path, archive: str) -> bool:
    """Return whether some command has the embedded graph of the archive in this folder open."""
    running = read(place(root, archive))
    return running is not None and running.alive()


def write(path: Path, endpoint: Endpoint) -> None:
    """Note the endpoint, readable by its owner alone."""
    write_private(path, msgspec.json.encode(endpoint).decode())


def forget(path: Path, endpoint: Endpoint) -> None:
    """Remove the note if it is still of this engine."""
    if read(path) == endpoint:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()


@contextmanager
def starting(path: Path) -> Iterator[None]:
    """Hold the right to start this archive's engine; others wait and then join it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.with_suffix(".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
