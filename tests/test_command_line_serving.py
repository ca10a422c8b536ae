import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def running(*arguments: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a command that serves, and the address it printed; end it whatever happens."""
    words = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    # A shell starts what it runs in the background deaf to Ctrl-C, and so would be our child.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        signal.signal(signal.SIGINT, before)
        try:
            assert process.stdout is not None
            address = re.search(r"http://\S+", process.stdout.readline())
            assert address is not None
            yield process, address.group()
        finally:
            process.kill()


def fetched(address: str) -> dict[str, object]:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
        found: dict[str, object] = json.load(answer)
        return found


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_sample_is_served_until_it_is_told_to_stop(
    tmp_path: Path, ending: signal.Signals
) -> None:
    archive = tmp_path / "archive"
    with running("--archive", archive, "demo", "--port", "0") as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert fetched(f"{address}/healthz")["status"] == "ok"
        process.send_signal(ending)
        assert process.wait(20) == 0


def test_a_name_of_this_computer_may_be_listened_on(tmp_path: Path) -> None:
    place = ["--archive", str(tmp_path / "archive")]
    with running(*place, "demo", "--host", "localhost", "--port", "0") as (_, address):
        assert fetched(f"{address}/healthz")["status"] == "ok"


def test_other_commands_join_the_graph_while_it_is_served(tmp_path: Path) -> None:
    place = ["--archive", str(tmp_path / "archive")]
    with running(*place, "demo", "--port", "0") as (_, address):
        command = [sys.executable, "-m", "onrecord", *place]
        question = "MATCH (d:Document)\nRETURN count(d) AS documents"
        asked = subprocess.run(
            [*command, "query", "--cypher", question, "--format", "csv"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert asked.stdout.splitlines() == ["documents", "15"]
        checked = subprocess.run([*command, "check"], capture_output=True, text=True, check=True)
        assert checked.stderr.startswith("Everything fits in “Marrow Bay inquiry” (")
        assert fetched(f"{address}/healthz")["status"] == "ok"


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "demo", "--port", port],
            capture_output=True, text=True, check=False,
            env={**os.environ, "ONRECORD_ARCHIVE": str(tmp_path / "archive")},
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        f"127.0.0.1:{port}: the explorer cannot listen there (Address already in use). "
        "Choose another port with --port."
    )
