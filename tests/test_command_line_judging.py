"""`onrecord judge`, as it is typed: seen at once in the graph, and by whoever has it open."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.stores.open import open_store

TEXT = (
    "Wexcombe Council met on 3 March 2026\n\n"
    "Mina Arkwright, the leader of Wexcombe Council, said: “We accept finding 3.”\n\n"
    "Joel Tanner, a councillor, denied that the letter had been answered.\n"
)


def run(archive: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", "--archive", str(archive), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def asked(archive: Path, cypher: str) -> list[list[object]]:
    done = run(archive, "query", "--cypher", cypher, "--format", "json")
    assert done.returncode == 0, done.stderr
    rows: list[list[object]] = json.loads(done.stdout)["rows"]
    return rows


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with minutes, and their archive with its graph; tests work on copies."""
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "minutes.txt").write_text(TEXT)
    done = run(folder / "archive", "ingest", str(folder / "minutes.txt"))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def root(loaded: Path, tmp_path: Path) -> Path:
    shutil.copytree(loaded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "archive"


def statements(root: Path) -> dict[str, str]:
    rows = asked(root, "MATCH (s:Statement)-[:MADE_BY]->(w) RETURN w.name, s.id ORDER BY s.id")
    return {str(name): str(id_) for name, id_ in rows}


REVIEWS = "MATCH (s:Statement) RETURN s.id, s.review ORDER BY s.id"


def test_a_judgement_is_seen_at_once_and_survives_ingest_and_rebuild(
    root: Path, tmp_path: Path
) -> None:
    said = statements(root)
    mina, joel = said["Mina Arkwright"], said["Joel Tanner"]
    done = run(root, "judge", mina, "accept", "--why", "heard it", "--by", "Ines Holloway")
    assert (done.returncode, done.stdout) == (0, "")
    assert run(root, "judge", joel, "reject").returncode == 0
    expected = sorted([[mina, "accepted"], [joel, "rejected"]])
    assert asked(root, REVIEWS) == expected
    assert run(root, "ingest", str(tmp_path / "minutes.txt")).returncode == 0
    assert run(root, "load", "--rebuild").returncode == 0
    assert asked(root, REVIEWS) == expected
    exported = [json.loads(line) for line in run(root, "export").stdout.splitlines()]
    reviews = {one["id"]: one["review"] for one in exported if one["kind"] == "statement"}
    assert reviews == {mina: "accepted", joel: "rejected"}
    assert "Ines Holloway: accept, because heard it" in run(root, "explain", mina).stdout
    assert run(root, "judge", joel, "undo").returncode == 0
    assert asked(root, REVIEWS) == sorted([[mina, "accepted"], [joel, "proposed"]])
    assert run(root, "check").returncode == 0


def test_a_judgement_reaches_a_graph_that_somebody_has_open(root: Path) -> None:
    said = statements(root)
    with open_store(Archive.open(root), None) as store:
        assert run(root, "judge", said["Joel Tanner"], "reject").returncode == 0
        review = "MATCH (s:Statement {id: $id}) RETURN s.review"
        assert store.read(review, {"id": said["Joel Tanner"]}).rows == (("rejected",),)


def test_an_orphan_is_told_by_load_and_check(root: Path) -> None:
    said = statements(root)
    assert run(root, "judge", said["Joel Tanner"], "reject").returncode == 0
    log = root / "judgements.jsonl"
    log.write_text(log.read_text().replace('"type":"denial"', '"type":"question"'))
    told = run(root, "load")
    assert (told.returncode, "what it judged has changed since" in told.stderr) == (0, True)
    checked = run(root, "check")
    assert (checked.returncode, "has changed since" in checked.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("st-nothing", "accept"), 1, "holds no such thing"),
        (("st-nothing", "praise"), 2, "accept"),
        (("doc-x#char=1,2", "add", "--set", "types"), 2, "FIELD=VALUE"),
        (("elsewhere", "add", "--set", "speakers=x"), 2, "words of a document"),
    ],
)
def test_what_cannot_be_judged_is_said(
    root: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    done = run(root, "judge", *words)
    assert (done.returncode, told in done.stderr, done.stdout) == (status, True, "")
    assert not (root / "judgements.jsonl").exists()


def test_a_statement_is_added_by_its_place(root: Path) -> None:
    said = statements(root)
    rows = asked(root, "MATCH (w:Person) RETURN w.name, w.id ORDER BY w.id")
    people = {str(name): str(id_) for name, id_ in rows}
    document = str(asked(root, "MATCH (d:Document) RETURN d.id")[0][0])
    start = TEXT.index("Wexcombe Council met")
    place = f"{document}#char={start},{start + len('Wexcombe Council met')}"
    values = ("--set", f"speakers={people['Joel Tanner']}", "--set", "types=assertion")
    done = run(root, "judge", place, "add", *values, "--set", "form=indirect")
    assert done.returncode == 0, done.stderr
    assert len(statements(root).keys() | said.keys()) == 2
    quote = "MATCH (s:Statement {method: 'person/added'}) RETURN s.quote, s.review"
    assert asked(root, quote) == [["Wexcombe Council met", "accepted"]]
