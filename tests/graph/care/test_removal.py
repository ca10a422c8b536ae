import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.archive import Archive, Source, removals
from graph.archive import files as writing
from graph.archive.removals import Removal
from graph.ids import document_id
from graph.stores.open import open_store
from tests.command import Command
from tests.graph.care.conftest import FIRST, SECOND, tree
from tests.graph.story import sha

DOCUMENT = document_id(sha(SECOND))


def lines(command: Command) -> list[dict[str, object]]:
    text = (command.root / "removals.jsonl").read_text()
    return [json.loads(line) for line in text.splitlines()]


def names(command: Command) -> list[str]:
    return sorted(source.name for source in Archive.open(command.root).sources())


@pytest.mark.parametrize("named", [DOCUMENT, sha(SECOND), sha(SECOND)[:8], "second.txt"])
def test_a_source_goes_with_everything_that_came_from_it(
    command: Command, letters: Path, named: str
) -> None:
    command("ingest", letters)
    status, out, err = command("remove", named, "--why", "sent in confidence", "--by", "Ines")
    assert (status, out) == (0, "")
    assert err.splitlines()[:2] == [
        f"removed: {DOCUMENT} (second.txt)",
        "Backups and exports that were made before hold it still.",
    ]
    assert names(command) == ["first.txt"]
    assert command("check")[0] == 0
    assert [line for line in command("export")[1].splitlines() if "quillbrooked" in line] == []
    assert command("query", "--cypher", "MATCH (d:Document)\nRETURN d.file", "--format", "csv")[
        1
    ].splitlines() == ["d.file", "first.txt"]
    left = [path for path in command.root.rglob("*") if path.is_file()]
    assert [path for path in left if b"quillbrooked" in path.read_bytes()] == []


def test_that_it_was_removed_is_recorded_without_what_it_said(full: Command) -> None:
    full("remove", "second.txt", "--why", "sent in confidence", "--no-load")
    (line,) = lines(full)
    assert line.pop("at")
    assert line == {
        "kind": "removal", "archive": Archive.open(full.root).id, "document": DOCUMENT,
        "sha256": sha(SECOND), "by": "ines", "why": "sent in confidence",
        "media_type": "text/plain", "name": "second.txt", "title": "Quay House",
        "came_with": None,
    }  # fmt: skip


def test_its_name_can_be_forgotten(full: Command) -> None:
    _, _, err = full("remove", "second.txt", "--forget-name", "--no-load")
    assert err.startswith(f"removed: {DOCUMENT} (its name is not kept)")
    (line,) = lines(full)
    assert (line["name"], line["title"], line["media_type"]) == (None, None, "text/plain")
    kept = [path for path, data in tree(full.root).items() if b"second.txt" in data]
    assert kept == []


def test_a_removed_source_comes_in_again_only_on_demand(full: Command, letters: Path) -> None:
    before = full("export")[1]
    full("remove", "second.txt", "--why", "sent in confidence", "--no-load")
    status, _, err = full("ingest", letters, "--no-load")
    day = str(lines(full)[0]["at"])[:10]
    assert status == 1
    assert err.splitlines()[1] == (
        f"2 of 2: failed: {letters / 'second.txt'}: it was removed on {day} by ines: sent in "
        "confidence. Say --again to take it in once more, or leave it out."
    )
    status, _, err = full("ingest", letters, "--no-load", "--again")
    assert (status, "and came in again." in err) == (0, True)
    assert [line["kind"] for line in lines(full)] == ["removal", "again"]
    assert full("export")[1] == before
    assert full("ingest", letters, "--no-load")[0] == 0
    assert full("remove", "second.txt", "--no-load")[0] == 0
    assert full("ingest", letters, "--no-load")[0] == 1


@pytest.mark.parametrize(
    ("named", "status", "said"),
    [
        ("third.txt", 1, "the archive holds no such source"),
        ("doc-ffff", 1, "the archive holds no such source"),
        ("../sources", 1, "the archive holds no such source"),
        ("", 1, "the archive holds no such source"),
        (sha(SECOND)[:7], 1, "the archive holds no such source"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_changes(
    full: Command, named: str, status: int, said: str
) -> None:
    before = tree(full.root)
    ended, _, err = full("remove", named)
    assert (ended, said in err) == (status, True), err
    assert tree(full.root) == before


def test_a_name_of_several_sources_is_refused_with_their_ids(
    full: Command, letters: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "second.txt").write_text("Mill House\n\nZoë Marsh said: “We agree.”\n")
    full("ingest", other, "--no-load")
    status, _, err = full("remove", "second.txt")
    assert (status, DOCUMENT in err, "Name one of these ids" in err) == (2, True, True)
    assert len(names(full)) == 3


@pytest.fixture
def mail(command: Command, tmp_path: Path) -> Path:
    """A message with an attached letter, in the archive."""
    path = tmp_path / "answer.eml"
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "mina@harbour.example", "Answer"
    letter.set_content("We answer.")
    letter.add_attachment(FIRST, filename="first.txt")
    path.write_bytes(letter.as_bytes())
    assert command("ingest", path, "--no-load")[0] == 0
    assert names(command) == ["answer.eml", "first.txt"]
    return path


def test_what_came_with_a_message_stays_and_is_named(command: Command, mail: Path) -> None:
    status, _, err = command("remove", mail.name, "--no-load")
    assert status == 0
    said = f"it came with a message that is removed, and stays: first.txt ({sha(FIRST)[:8]})"
    assert said in err.splitlines()
    assert names(command) == ["first.txt"]


def test_what_came_with_a_message_goes_too_on_demand(command: Command, mail: Path) -> None:
    assert command("remove", mail.name, "--with-attachments", "--no-load")[0] == 0
    assert names(command) == []
    message_, letter = lines(command)
    assert (letter["name"], letter["came_with"]) == ("first.txt", message_["document"])


def test_the_files_of_a_container_are_named_and_go_on_demand(
    command: Command, letters: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as packed:
        for path in sorted(letters.iterdir()):
            packed.write(path, f"2026/{path.name}")
    assert command("ingest", tmp_path / "letters.zip", "--no-load")[0] == 0
    status, _, err = command("remove", "letters.zip")
    inside = "letters.zip/2026/first.txt, letters.zip/2026/second.txt"
    assert (status, inside in err or "second.txt, letters.zip" in err) == (2, True), err
    assert command("remove", "letters.zip", "--with-attachments", "--no-load")[0] == 0
    assert names(command) == []


def test_a_source_whose_description_is_damaged_can_be_removed(full: Command) -> None:
    (full.root / "sources" / sha(SECOND) / "source.toml").write_text("nonsense")
    assert full("remove", sha(SECOND), "--no-load")[0] == 0
    assert names(full) == ["first.txt"]
    assert lines(full)[0]["media_type"] is None


def test_judgements_on_it_stay_and_are_told(full: Command) -> None:
    log = full.root / "judgements.jsonl"
    log.write_text(f'{{"on":"st-1","saw":[{{"document":"{DOCUMENT}"}}]}}\n{{"on":"st-2"}}\n')
    _, _, err = full("remove", "second.txt", "--no-load")
    what = "kept: 1 line of judgements.jsonl with words of it; what was decided is not rewritten."
    assert what in err.splitlines()
    assert log.read_text().count("\n") == 2


def test_a_removal_while_the_graph_is_open_says_what_lingers(
    command: Command, letters: Path
) -> None:
    command("ingest", letters)
    with open_store(Archive.open(command.root), None):
        status, _, err = command("remove", "second.txt")
    said = "note: another command has the graph open, so its index of words is not made anew."
    assert (status, said in err) == (0, True)
    assert command("check")[0] == 0


def test_a_graph_that_was_set_aside_goes_with_a_removal(full: Command) -> None:
    (full.root / "graph.set-aside").mkdir()
    (full.root / "graph.set-aside" / "bucket").write_text(SECOND)
    full("remove", "second.txt", "--no-load")
    assert not (full.root / "graph.set-aside").exists()


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


@pytest.mark.parametrize("step", range(12))
def test_a_removal_that_was_killed_is_not_begun_or_is_finished_by_the_next_command(
    full: Command, letters: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Kill it at each step that changes the disk, then run another command."""
    before, taken = full("export")[1], iter(range(100))

    def killing(path: Path, *rest: object) -> None:
        del path, rest
        if next(taken) == step:
            raise Killed

    with monkeypatch.context() as patched:
        for place, name in ((removals, "discard"), (removals, "write_whole"),
                            (writing, "flush_folder"), (removals, "flush_folder")):  # fmt: skip
            real = getattr(place, name)
            patched.setattr(
                place, name, lambda *given, real=real: (killing(*given), real(*given))[1]
            )
        try:
            full("remove", "second.txt", "--no-load")
            done = True
        except Killed:
            done = False
    full("ingest", letters / "first.txt", "--no-load")  # any command that writes
    there = names(full)
    if there == ["first.txt", "second.txt"]:
        assert (done, full("export")[1]) == (False, before)
        assert not (full.root / "removals.jsonl").exists()
    else:
        assert there == ["first.txt"]
        assert [line["sha256"] for line in lines(full)] == [sha(SECOND)]
    assert [path for path in full.root.rglob(".*") if path.name != ".lock"] == []


def test_a_removal_written_down_twice_does_not_take_what_came_in_again(full: Command) -> None:
    """The note of a removal may outlive a loss of power that came after it was done."""
    archive = Archive.open(full.root)
    source = archive.source(DOCUMENT)
    data, text = archive.original(source.sha256), archive.text(source.sha256)
    full("remove", "second.txt", "--no-load")
    note = (full.root / "removals.jsonl").read_bytes()
    removed = archive.removal(source.sha256)
    assert isinstance(removed, Removal)
    with archive.lock():
        archive.let_in_again(removed, at="2026-03-04T09:30:00+00:00", by="ines")
        archive.add(data, text, Source.from_toml(source.to_toml(), where="source.toml"))
    (full.root / ".removal").write_bytes(note)
    with archive.lock():
        pass
    assert names(full) == ["first.txt", "second.txt"]
    assert not (full.root / ".removal").exists()


def test_a_line_that_is_no_removal_is_named(full: Command) -> None:
    (full.root / "removals.jsonl").write_text('{"kind":"removal"}\n')
    status, _, err = full("remove", "second.txt")
    assert (status, err.startswith("removals.jsonl, line 1: this is not a removal")) == (1, True)
