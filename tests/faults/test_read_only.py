"""An archive that nobody may write: what only reads it works, and the rest says why it cannot."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import Command
from tests.faults.disks import read_only
from tests.graph.care.conftest import FIRST, SECOND, tree
from tests.neo4j.server import Server


@pytest.fixture
def sealed(command: Command, tmp_path: Path) -> Iterator[Command]:
    """A loaded archive of one letter, then made read-only."""
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    assert command("ingest", tmp_path / "first.txt")[0] == 0
    with read_only(command.root):
        yield command


def test_what_only_reads_works(sealed: Command, tmp_path: Path) -> None:
    status, exported, _ = sealed("export")
    assert status == 0
    id_ = next(one["id"] for one in map(json.loads, exported.splitlines())
               if one["kind"] == "statement")  # fmt: skip
    assert sealed("explain", id_)[0] == 0
    assert sealed("check", "--no-graph")[0] == 0
    assert sealed("backup", tmp_path / "kept.backup")[0] == 0
    root, sealed.root = sealed.root, tmp_path / "restored"
    assert sealed("restore", tmp_path / "kept.backup")[0] == 0
    assert tree(sealed.root) == tree(root)
    assert sealed("export")[1] == exported


def test_what_writes_says_so_and_changes_nothing(sealed: Command, tmp_path: Path) -> None:
    before = tree(sealed.root)
    for words in (["ingest", tmp_path / "second.txt"], ["judge", "doc-1", "retract"],
                  ["remove", "first.txt"], ["migrate"]):  # fmt: skip
        status, _, err = sealed(*words)
        assert (status, err.count("\n"), "Traceback" in err) == (1, 1, False), err
    status, _, err = sealed("remove", "first.txt")
    assert "it could not be written (Read-only file system); nothing was changed" in err
    assert tree(sealed.root) == before


@pytest.mark.parametrize(
    "words", [["load"], ["load", "--rebuild"], ["query", "documents/documents"], ["serve"]]
)
def test_the_embedded_graph_says_why_it_does_not_start(sealed: Command, words: list[str]) -> None:
    status, _, err = sealed(*words)
    assert (status, "Read-only file system" in err) == (1, True)
    assert err.endswith(
        "It writes there also to answer: copy the archive to a place where you may write, or name "
        "a Neo4j server with --graph.\n"
    )


def test_check_names_the_graph_that_it_could_not_compare(sealed: Command) -> None:
    status, _, err = sealed("check")
    said = (
        "graph: the embedded engine writes into its folder, and this one cannot be written. Copy "
        "the archive to a place where you may write, or name a Neo4j server."
    )
    assert (status, err.splitlines()[0]) == (1, said)


@pytest.mark.neo4j
def test_a_neo4j_server_is_loaded_and_asked_from_it(
    sealed: Command, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_GRAPH", neo4j_server.url)
    monkeypatch.setenv("ONRECORD_GRAPH_USER", neo4j_server.user)
    monkeypatch.setenv("ONRECORD_GRAPH_PASSWORD", neo4j_server.password)
    assert sealed("load", "--rebuild", "--beside-others")[0] == 0
    assert sealed("check")[0] == 0
    status, out, _ = sealed("query", "documents/documents", "--format", "csv")
    assert (status, "Harbour House" in out) == (0, True)
