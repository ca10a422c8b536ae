"""Somebody is protected on the command line, and no command tells the name afterwards."""

import re
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.exports.forms import FORMS
from graph.model import Entity, Statement
from tests.command import Command

STATEMENT = """Rhoda Tamsin speaks about Hollin House

Rhoda Tamsin, a former clerk of Wexcombe Council, said: “Nobody
answered my letter about Hollin House.”

Mina Arkwright, the leader of Wexcombe Council, said: “We accept what Rhoda Tamsin told us.”

Joel Tanner, a councillor, denied that the letter had been answered.
"""
MEETING = """Council meets

Rhoda Tamsin told the meeting that no plan was made. R. Tamsin later left.

Mina Arkwright, the leader of Wexcombe Council, said: “The Tamsin Review will report in May.”
"""
MINUTES = """Minutes

Ms Tamsin said that the doors were locked.
"""
WHOLE = re.compile("rhoda", re.IGNORECASE)
ANY = re.compile("rhoda|tamsin", re.IGNORECASE)


@pytest.fixture
def run(tmp_path: Path, command: Command) -> Command:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("rhoda-tamsin.txt", STATEMENT), ("b.txt", MEETING), ("c.txt", MINUTES)):
        (folder / name).write_text(text)
    assert command("ingest", folder)[0] == 0
    return command


def records(run: Command, kind: type[Entity | Statement]) -> dict[str, str]:
    archive = Archive.open(run.root)
    return {
        (one.name if isinstance(one, Entity) else one.parts[0].quote): one.id
        for source in archive.sources()
        for one in archive.records(source.sha256)
        if isinstance(one, kind) and isinstance(one, Entity | Statement)
    }


def everything(run: Command, *ids: str) -> str:
    """Return what the commands tell of the whole archive, without what was asked."""
    asked: list[tuple[str | Path, ...]] = [
        ("load", "--rebuild"), ("check",), ("measure",), ("search", "hollin"), ("search", "doors"),
        ("query", "--cypher", "MATCH (n) RETURN properties(n)", "--format", "json"),
        ("query", "--cypher", "MATCH ()-[l]->() RETURN properties(l)", "--format", "json"),
        *(("export", "--format", form) for form in ("records", *FORMS) if form != "csv"),
        *(("explain", id_) for id_ in ids),
        *(("query", f"checks/{name}") for name in ("judgements", "merged", "not_reviewed")),
    ]  # fmt: skip
    told = (run(*words) for words in asked)
    return "".join(out + err for status, out, err in told if status in {0, 1})


def test_no_command_tells_the_name_of_the_protected(run: Command) -> None:
    people, said = records(run, Entity), records(run, Statement)
    accepted = said["We accept what Rhoda Tamsin told us."]
    assert run("judge", accepted, "accept", "--why", "Rhoda Tamsin told me", "--no-load")[0] == 0
    status, out, err = run("judge", people["Rhoda Tamsin"], "protect", "--why", "Rhoda asked")
    assert (status, out, ANY.findall(err)) == (0, "", [])
    assert f"note: 1 others bear a word of this name and stay: {people['Ms Tamsin']}" in err
    assert WHOLE.findall(everything(run, *people.values(), *said.values())) == []
    assert run("search", "rhoda")[:2] == (0, "")


def test_once_their_namesakes_are_protected_too_no_word_of_the_name_is_left(run: Command) -> None:
    people, said = records(run, Entity), records(run, Statement)
    for name in ("Rhoda Tamsin", "Ms Tamsin"):
        assert run("judge", people[name], "protect", "--no-load")[0] == 0
    assert ANY.findall(everything(run, *people.values(), *said.values())) == []
    text = next((run.root / "sources").rglob("text.txt"))
    text.write_text(text.read_text().replace("a", "e"))
    status, out, err = run("check")
    assert (status, ANY.findall(out + err)) == (1, [])
