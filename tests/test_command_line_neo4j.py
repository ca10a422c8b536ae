"""The command line on a Neo4j server: the same commands, and no embedded graph beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.neo4j.server import Server

# The store fixture empties the server, which other tests have filled.
pytestmark = [pytest.mark.neo4j, pytest.mark.usefixtures("neo4j_store")]


def test_every_command_of_the_graph_works_on_a_server(neo4j_server: Server, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    environment = {
        **os.environ,
        "ONRECORD_ARCHIVE": str(archive),
        "ONRECORD_GRAPH": neo4j_server.url,
        "ONRECORD_GRAPH_USER": neo4j_server.user or "",
        "ONRECORD_GRAPH_PASSWORD": neo4j_server.password or "",
    }

    def run(*command: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *command],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    (tmp_path / "letter.txt").write_text("Ada Quill, the leader of Wexcombe Council, said no.\n")
    assert run("ingest", "--no-load", str(tmp_path / "letter.txt"))[0] == 0
    assert run("load")[0] == 0
    status, _, told = run("check")
    assert (status, told.splitlines()[-1].startswith("Everything fits in ")) == (0, True)
    roles = run("query", "people/roles", "--format", "csv")[1].splitlines()
    assert roles[1].startswith("Ada Quill,leader of Wexcombe Council,Wexcombe Council,")
    link = run("query", "--cypher", "MATCH ()-[l:HOLDS_ROLE]->() RETURN l.id", "--format", "csv")[1]
    assert run("judge", link.split()[1], "reject", "--why", "another Ada Quill")[0] == 0
    assert run("query", "people/roles", "--format", "csv")[1].splitlines()[1:] == []
    assert "Ada Quill" in run("search", "quill")[1]
    assert "Ada Quill" in run("export", "--format", "graphml")[1]
    assert run("load", "--rebuild")[0] == 0
    assert run("check")[0] == 0
    assert run("remove", "letter.txt", "--why", "withdrawn")[0] == 0
    assert run("search", "quill")[1] == ""
    assert run("query", "--cypher", "CREATE (n) RETURN n")[0] == 2
    assert not (archive / "graph").exists()
