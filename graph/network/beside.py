"""Measures of a large graph are taken in a process of their own: `python -m graph.network.beside`.

They are seconds of counting in Python, and one process of Python counts one thing at a time: in
the server's own, every other page would wait. The graph goes in and the measures come out as
pickles through pipes, which only we write and read; no file is made. The child ends with its
parent, whichever way that ends.
"""

import os
import pickle
import subprocess
import sys
import threading

from graph.errors import OnRecordError
from graph.network.joined import Joined
from graph.network.measures import Network, network
from graph.processes import environment

#: Joins above which a process is worth its half second of starting.
LARGE = 1_000


def network_beside(of: Joined) -> Network:
    """Return every measure of a graph, as `network` does."""
    if of.graph.number_of_edges() <= LARGE:
        return network(of)
    end, held = os.pipe()
    try:
        ended = subprocess.run(  # noqa: S603 - our own module, and the number of a pipe
            [sys.executable, "-P", "-m", "graph.network.beside", str(end)],
            check=False, input=pickle.dumps(of), capture_output=True, env=environment(),
            pass_fds=[end],
            # Ctrl-C in the terminal is for the parent, with which the child ends.
            start_new_session=True,
        )  # fmt: skip
    finally:
        os.close(end)
        os.close(held)
    if ended.returncode:
        told = ended.stderr.decode(errors="replace").splitlines()
        raise OnRecordError(
            f"the network was not measured ({(told or ['it was ended'])[-1]})",
            remedy="Ask again",
        )
    found: Network = pickle.loads(ended.stdout)  # noqa: S301 - written by our own child
    return found


def main() -> None:
    """Measure the graph of standard input, and write the measures to standard output.

    The one argument is the number of a pipe that ends with the parent.
    """
    threading.Thread(target=_end_with_parent, args=(int(sys.argv[1]),), daemon=True).start()
    measured = network(pickle.load(sys.stdin.buffer))  # noqa: S301 - written by our own parent
    sys.stdout.buffer.write(pickle.dumps(measured))


def _end_with_parent(pipe: int) -> None:
    os.read(pipe, 1)  # nothing is ever written: it returns once the other end is gone
    os._exit(1)


if __name__ == "__main__":
    main()
