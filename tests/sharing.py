"""How several processes share a run of the tests (`make unit`): what stays together, what begins.

The tests of a file share what they read, so they stay in one process. So do all that need the
Neo4j server: they share one, and empty it for each other. Their ids say `neo4j`, because the
process that shares out the tests knows ids alone.
"""

from xdist.scheduler import LoadScopeScheduling

SERVER = "neo4j"
#: What takes long, the longest first: a server, processes started and killed, a browser. No
#: process shall be left alone with one of these in the end.
LONG = (SERVER, "tests/test_command", "tests/faults", "tests/graph/stores", "tests/browser")


class Sharing(LoadScopeScheduling):
    """Gives each process one group after another, in the order of the collection."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def group(nodeid: str) -> str:
    """Return what a test stays together with: the server's tests, or those of its file."""
    return SERVER if SERVER in nodeid else nodeid.partition("::")[0]


def turn(nodeid: str) -> int:
    """Return a number by which tests are sorted: small for groups that take long."""
    name = group(nodeid)
    return next((turn for turn, long in enumerate(LONG) if name.startswith(long)), len(LONG))
