"""Measuring in a process of its own: the same figures, told failures, and none left behind."""

import subprocess
import sys
import time

import pytest

from graph.errors import OnRecordError
from graph.network.beside import network_beside
from graph.network.measures import network
from tests.graph.network.test_measures import TWO_TRIANGLES, graph_of

# Starts to measure, and says which process does it. Instead of a graph that process reads a pickle
# that is at work for a minute.
_MEASURING = r"""
import subprocess
from graph.network import beside
from tests.graph.network.test_measures import graph_of

class Told(subprocess.Popen):
    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        print(self.pid, flush=True)

subprocess.Popen = Told
beside.LARGE = 0
beside.pickle.dumps = lambda _of: b"ctime\nsleep\n(I60\ntR."
beside.network_beside(graph_of("ab"))
"""


def test_measures_are_the_same_when_taken_in_a_process_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("graph.network.beside.LARGE", 0)
    of = graph_of(*TWO_TRIANGLES, alone=2)
    assert network_beside(of) == network(of)


def test_a_process_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.network.beside.LARGE", 0)
    monkeypatch.setattr("graph.network.beside.pickle.dumps", lambda _of: b"no graph")
    with pytest.raises(OnRecordError, match=r"the network was not measured .*Unpickling"):
        network_beside(graph_of("ab"))


def test_no_process_is_left_behind_by_a_server_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _MEASURING], stdout=subprocess.PIPE) as server:
        assert server.stdout
        child = int(server.stdout.readline())
        time.sleep(2)  # to be in the midst of its work
        assert runs(child)
        server.kill()
    until = time.monotonic() + 10
    while runs(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert not runs(child)


def runs(pid: int) -> bool:
    """Return whether a process is there that has not ended."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False)
    return bool(told.stdout.strip()) and not told.stdout.strip().startswith(b"Z")
