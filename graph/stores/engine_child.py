"""The embedded engine's process: `python -m graph.stores.engine_child`.

The parent writes one line of JSON to its standard input and keeps the pipe open. The child answers
with one line on standard output (`ready`, or `error`) and serves until the pipe ends or its parent
is gone, so no orphan ever holds the lock of the folder.
"""

import json
import os
import signal
import sys
import threading
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graph.stores.engine_files import DATABASE, write_users
from graph.stores.folder import note_lasting_files, seal

_POLL = 1.0


def serve() -> None:
    """Start the engine as standard input says, answer, and stay until the parent ends."""
    parent = os.getppid()
    order = json.loads(sys.stdin.readline())
    try:
        server = _start(order)
    except EngineFault as fault:
        _say({"error": str(fault), "kind": fault.kind})
        return
    try:
        _say({"ready": True})
        _wait(parent)
    finally:
        server.stop()
        seal(Path(order["root"]))


class EngineFault(Exception):
    """The engine did not start. `kind`: missing, port, locked, space, read-only, damaged."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


_KINDS = (
    ("Unable to listen", "port"),
    ("LockException", "locked"),
    ("locked by another process", "locked"),
    ("No space left", "space"),
    ("Read-only file system", "read-only"),
)


def _start(order: dict[str, Any]) -> Any:
    engine = _engine(order)
    root = Path(order["root"])
    write_users(root, owner=order["owner"], reader=order["reader"])
    server = engine.create_server(
        root_path=str(root),
        root_password=order["owner"],
        config={
            "http_port": 0,
            "bolt_port": order["port"],
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        },
    )
    try:
        server.start()
        database = server.create_database(DATABASE)
        if order["check"]:
            _check(database)
        for statement in order["sql"]:
            database.command("sql", statement)
        for statement in order["forget"]:
            database.command("sql", statement)
        note_lasting_files(root)
    except engine.ArcadeDBError as fault:
        message = str(fault)
        kind = next((kind for sign, kind in _KINDS if sign in message), "damaged")
        raise EngineFault(kind, message) from fault
    return server


def _engine(order: dict[str, Any]) -> Any:
    """Return the native engine's module, else that of the `jvm` extra, which has the same names."""
    log = Path(order["root"]) / "log"
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_LOG_DIR"] = str(log)
    # Without a cap the engine takes half the machine's memory.
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = f"-Xmx{order['heap']}"
    # Imported here and not above, because the environment must stand before.
    for name in ("arcadedb", "arcadedb_embedded"):
        if find_spec(name):
            return import_module(name)
    raise EngineFault("missing", "no package of the embedded engine is installed")


def _check(database: Any) -> None:
    found = database.command("sql", "CHECK DATABASE").to_list()[0]
    faults = [key for key in ("totalErrors", "corruptedRecords", "warnings") if found.get(key)]
    if faults:
        raise EngineFault("damaged", f"the engine's own check names {', '.join(faults)}")


def _wait(parent: int) -> None:
    """Return when standard input ends, the parent is gone, or SIGTERM comes."""
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_listen, args=(over,), daemon=True).start()
    # A worker process of the parent may have inherited the pipe, so the parent is watched too.
    while not over.wait(_POLL):
        if os.getppid() != parent:
            return


def _listen(over: threading.Event) -> None:
    sys.stdin.read()
    over.set()


def _say(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201 - the one line the parent waits for


if __name__ == "__main__":
    serve()
