"""Measures of a large graph are taken in a process of their own: `python -m graph.network.beside`.

They are seconds of counting in Python, and one process of Python counts one thing at a time: in
the server's own, every other page would wait. The graph goes in and the measures come out as
pickles, which only we write and read.
"""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from graph.errors import OnRecordError
from graph.network.joined import Joined
from graph.network.measures import Network, network

#: Joins above which a process is worth its half second of starting.
LARGE = 1_000


def network_beside(of: Joined) -> Network:
    """Return every measure of a graph, as `network` does."""
    if of.graph.number_of_edges() <= LARGE:
        return network(of)
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "graph.network.beside"],
        check=False, input=pickle.dumps(of), capture_output=True, env=_environment(),
    )  # fmt: skip
    if ended.returncode:
        told = ended.stderr.decode(errors="replace").splitlines()
        raise OnRecordError(
            f"the network was not measured ({(told or ['it was ended'])[-1]})",
            remedy="Ask again",
        )
    found: Network = pickle.loads(ended.stdout)  # noqa: S301 - written by our own child
    return found


def _environment() -> dict[str, str]:
    here, known = str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, known] if known else [here])}


def main() -> None:
    """Measure the graph of standard input, and write the measures to standard output."""
    measured = network(pickle.load(sys.stdin.buffer))  # noqa: S301 - written by our own parent
    sys.stdout.buffer.write(pickle.dumps(measured))


if __name__ == "__main__":
    main()
