import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.command import Command
from tests.ingest.printed import pdf

SAMPLE = Path(__file__).parents[1] / "ingest" / "sample" / "documents"
LETTER = "Harbour House\n\nMina Arkwright said: “We accept the findings.”\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER)
    return path


def test_documents_go_in_and_their_records_come_out(command: Command, letter: Path) -> None:
    status, out, err = command("ingest", letter, "--publisher", "Harbour Post")
    assert (status, out) == (0, "")
    assert err.splitlines()[:2] == [
        f"1 of 1: new: {letter}",
        "1 new, 0 changed, 0 unchanged, 0 failed.",
    ]
    status, out, err = command("check")
    assert (status, out) == (0, "")
    assert re.fullmatch(
        r"Everything fits in “archive” \([0-9a-f]{16}\): 1 source, 5 spans, 1 statement, 0 links, "
        r"\d+ nodes in the graph, \d+ links in the graph, 5 entries of the search index "
        r"verified\.\n",
        err,
    )
    status, out, err = command("export")
    documents = [line for line in map(json.loads, out.splitlines()) if line["kind"] == "document"]
    assert (status, err) == (0, "")
    assert [(one["name"], one["publisher"], one["characters"]) for one in documents] == [
        ("letter.txt", "Harbour Post", len(LETTER))
    ]
    assert command("export") == (0, out, "")


def test_what_fails_is_one_line_with_cause_and_remedy_and_the_rest_is_done(
    command: Command, letter: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(pdf("secret", locked=True))
    status, out, err = command("ingest", letter, locked, tmp_path / "none.txt", "--no-load")
    assert (status, out) == (1, "")
    why = "it is encrypted and opens only with a password"
    remedy = "Open it with its password, save it without one, and ingest that file"
    assert err.splitlines() == [
        f"1 of 3: failed: {tmp_path / 'none.txt'}: there is no such file. Look at its spelling.",
        f"2 of 3: new: {letter}",
        f"3 of 3: failed: {locked}: {why}. {remedy}.",
        "1 new, 0 changed, 0 unchanged, 2 failed.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ingest"], "Missing argument 'SOURCE...'"),
        (["ingest", "a.txt", "--published", "yesterday"], "yesterday: this is not a date"),
        (["ingest", "a.txt", "b.txt", "--title", "Letters"], "describe a single file"),
        (["query"], "Name a question or give --cypher"),
        (["query", "people/roles", "-p", "limit"], "limit: this is no parameter"),
        (["load", "--as-of", "2026-02-30"], "does not match the format"),
        (["serve", "--host", "192.168.1.5"], "listens on this computer alone"),
        (["--graph", "ftp://harbour", "load"], "not the address of a graph server"),
        (["unheard"], "No such command"),
    ],
)
def test_wrong_usage_is_status_two_and_says_what_is_wrong(
    command: Command, letter: Path, words: list[str], said: str
) -> None:
    assert command("ingest", letter, "--no-load")[0] == 0
    status, out, err = command(*words)
    assert (status, out, said in err) == (2, "", True), err


@pytest.mark.parametrize("name", ["load", "check", "export", "serve", "query"])
def test_without_an_archive_every_command_says_how_to_begin_one(
    command: Command, name: str
) -> None:
    words = [name, "people/roles"] if name == "query" else [name]
    assert command(*words) == (
        1,
        "",
        (
            f"{command.root}: there is no archive here. Ingest a document to begin one, or name "
            "another folder with --archive.\n"
        ),
    )


def test_a_question_is_answered_as_table_json_and_csv(command: Command, letter: Path) -> None:
    command("ingest", letter)
    asked = ["--cypher", "MATCH (d:Document)\nRETURN d.file AS file, d.characters AS characters"]
    status, out, err = command("query", *asked)
    version = err.removeprefix("1 row, graph version ").removesuffix(".\n")
    assert (status, len(version)) == (0, 16)
    assert [line.split() for line in out.splitlines()[::2]] == [
        ["file", "characters"], ["letter.txt", str(len(LETTER))],
    ]  # fmt: skip
    status, out, err = command("query", *asked, "--format", "json")
    answer = json.loads(out)
    assert (answer["columns"], answer["rows"], answer["truncated"], answer["cypher"]) == (
        ["file", "characters"], [["letter.txt", len(LETTER)]], False, asked[1],
    )  # fmt: skip
    assert (answer["graph_version"], err) == (version, "")
    status, out, err = command("query", *asked, "--format", "csv")
    assert err == f"1 row, graph version {version}.\n"
    assert out.splitlines() == ["file,characters", f"letter.txt,{len(LETTER)}"]


def test_a_question_is_asked_of_the_archive_as_it_is(
    command: Command, letter: Path, tmp_path: Path
) -> None:
    asked = ["query", "--format", "csv", "--cypher",
             "MATCH (d:Document) RETURN d.file AS file ORDER BY file"]  # fmt: skip
    command("ingest", letter)
    assert command(*asked)[1].splitlines() == ["file", "letter.txt"]
    (tmp_path / "second.txt").write_text(LETTER.replace("Harbour", "Mill"))
    command("ingest", tmp_path / "second.txt", "--no-load")
    status, out, err = command(*asked)
    assert (status, out.splitlines()) == (0, ["file", "letter.txt", "second.txt"])
    assert "Graph: " in err
    shutil.rmtree(command.root / "graph" / "databases")
    assert command(*asked)[:2] == (0, out)


def test_adhoc_cypher_that_writes_is_refused(command: Command, letter: Path) -> None:
    command("ingest", letter)
    status, out, err = command("query", "--cypher", "CREATE (n:Document {id: 'x'}) RETURN n")
    assert (status, out) == (2, "")
    assert err.startswith("the query, line 1, column 1: it writes.")
    assert command("check")[0] == 0


def test_a_mistake_in_cypher_is_shown_where_it_stands(command: Command, letter: Path) -> None:
    command("ingest", letter)
    status, out, err = command("query", "--cypher", "MATCH (d)\n\tRETRN d")
    said, line, mark, version = err.splitlines()
    assert (status, out) == (2, "")
    assert said.startswith("the query, line 2, column 2: ")
    assert said.endswith(" Write RETURN in place of RETRN.")
    assert [line, mark] == ["  \tRETRN d", "  \t^ here"]
    assert version.startswith("Graph version ")


def test_every_question_is_listed_with_its_parameters(command: Command) -> None:
    status, out, err = command("query", "--list")
    assert (status, err) == (0, "")
    assert "responses/who_responded: " in out
    assert "    -p limit: integer = " in out


def test_check_names_bytes_that_were_changed(command: Command, letter: Path) -> None:
    command("ingest", letter)
    (original,) = (command.root / "sources").glob("*/original")
    original.write_text(LETTER.replace("accept", "reject"))
    status, out, err = command("check")
    assert (status, out) == (1, "")
    what = "the original bytes do not have the hash they are kept under"
    remedy = "Restore the file from a backup, or remove the source and ingest it again"
    first, last = err.splitlines()
    assert first == f"{original.parent.relative_to(command.root)}/original: {what}. {remedy}."
    assert last.startswith("1 does not fit in “archive” (")


def test_load_leaves_what_fits_and_rebuild_begins_again(command: Command, letter: Path) -> None:
    command("ingest", letter)
    assert command("load")[2] == "Graph: 0 added, 0 changed, 0 removed.\n"
    status, _, err = command("load", "--rebuild")
    assert status == 0
    assert " 0 changed, 0 removed." in err
    assert "Graph: 0 added" not in err
    assert command("check")[0] == 0


def test_the_sample_is_made_once_and_never_into_an_investigation(
    command: Command, letter: Path, tmp_path: Path
) -> None:
    status, out, err = command("demo", "--no-serve")
    assert (status, out) == (0, "")
    assert f"The sample archive is in {command.root}." in err
    assert "15 of 15: unchanged" in command("demo", "--no-serve")[2]
    assert command("check")[0] == 0
    command.root = tmp_path / "investigation"
    command("ingest", letter, "--no-load")
    status, _, err = command("demo", "--no-serve")
    assert status == 2
    assert err.startswith(f"{command.root}: this archive holds an investigation")


def test_version_and_help_start_without_the_heavy_parts() -> None:
    code = (
        "import sys, onrecord\n"
        "try: onrecord.cli(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'flask', 'trafilatura', 'pypdfium2', 'neo4j', 'networkx', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"onrecord, version {version('onrecord')}", "[]"]


def test_help_teaches_with_examples() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--help"], capture_output=True, text=True, check=True
    )
    assert "onrecord ingest report.pdf letters/" in done.stdout
    assert "Exit status: 0 all done" in done.stdout


def test_more_workers_change_nothing_in_what_comes_out(command: Command, tmp_path: Path) -> None:
    exported = []
    for workers in ("1", "2"):
        command.root = tmp_path / f"archive-{workers}"
        assert command("ingest", SAMPLE, "--workers", workers, "--no-load")[0] == 0
        exported.append(command("export")[1])
    assert exported[0] == exported[1]
    assert '"kind":"statement"' in exported[0]
