import hashlib
import json
from pathlib import Path

import pytest

from graph.archive import Archive
from tests.command import Command
from tests.graph.care.conftest import tree


def disk(folder: Path) -> dict[str, str]:
    """Return every file below a folder, the graph's too, with its hash and time; no caches."""
    return {
        str(path.relative_to(folder)): (
            f"{path.stat().st_mtime_ns} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"cache", "index"} & {*path.parts}
    }


def test_what_was_verified_is_said_in_numbers(full: Command) -> None:
    status, out, err = full("check", "--no-graph")
    id_ = Archive.open(full.root).id
    assert (status, out) == (0, "")
    assert err == (
        f"Everything fits in “archive” ({id_}): 2 sources, 10 spans, 2 statements, 0 links "
        "verified.\n"
    )


def test_the_same_comes_as_json(full: Command) -> None:
    (full.root / "notes.txt").write_text("to do")
    status, out, err = full("check", "--no-graph", "--format", "json")
    assert (status, err) == (1, "")
    answer = json.loads(out)
    assert answer.pop("verified")["sources"] == 2
    assert answer == {
        "archive": Archive.open(full.root).id,
        "title": "archive",
        "problems": [
            {"subject": "notes.txt", "happened": "nothing explains this file",
             "remedy": "Keep it elsewhere"},
        ],
    }  # fmt: skip


def test_a_graph_that_was_never_loaded_is_named_and_none_is_made(full: Command) -> None:
    before = disk(full.root)
    status, _, err = full("check")
    assert (status, err.splitlines()[0]) == (
        1, "graph: nothing was loaded yet. Run `onrecord load`.",
    )  # fmt: skip
    assert disk(full.root) == before


def test_a_damaged_graph_is_named_and_left_for_the_next_load(
    command: Command, letters: Path
) -> None:
    command("ingest", letters)
    bucket = max((command.root / "graph").rglob("*.bucket"), key=lambda path: path.stat().st_size)
    bucket.write_bytes(bucket.read_bytes()[:-100])
    before = disk(command.root)
    status, _, err = command("check")
    assert (status, "its files are not those that were there when it was closed" in err) == (
        1,
        True,
    )
    assert disk(command.root) == before
    assert command("load")[0] == 0
    assert command("check")[0] == 0


@pytest.mark.parametrize("options", [[], ["--no-graph"]])
def test_nothing_but_the_graphs_own_files_is_touched(
    command: Command, letters: Path, options: list[str]
) -> None:
    command("ingest", letters)
    before = {name: seen for name, seen in disk(command.root).items() if "graph/" not in name}
    bytes_ = tree(command.root)
    assert command("check", *options)[0] == 0
    after = {name: seen for name, seen in disk(command.root).items() if "graph/" not in name}
    assert (after, tree(command.root)) == (before, bytes_)
