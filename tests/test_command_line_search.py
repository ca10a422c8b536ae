import json
from pathlib import Path

from tests.command import Command
from tests.graph.search.hostile import HOSTILE, TELLS
from tests.test_command_line import letter

__all__ = ["letter"]


def test_words_are_found_with_the_place_where_they_stand(command: Command, letter: Path) -> None:
    assert command("ingest", letter)[0] == 0
    status, out, err = command("search", "accept", "find", "--kind", "document")
    [head, place] = out.splitlines()
    assert status == 0
    assert head.startswith("document  Harbour House  doc-")
    assert place.startswith("    Mina Arkwright said: “We accept the findings.”  doc-")
    assert place.endswith("#char=40,59")
    assert err == "1 of 1 found are shown.\n"


def test_a_search_as_json_writes_nothing_else(command: Command, letter: Path) -> None:
    command("ingest", letter)
    status, out, _ = command("search", '"accept the findings"', "--format", "json")
    found = json.loads(out)
    assert (status, found["total"], found["truncated"]) == (0, 2, False)
    assert [hit["kind"] for hit in found["results"]] == ["statement", "document"]


def test_a_word_is_left_out_and_a_kind_that_does_not_exist_is_refused(
    command: Command, letter: Path
) -> None:
    command("ingest", letter)
    assert command("search", "accept", "-harbour", "-findings")[:2] == (0, "")
    status, _, err = command("search", "accept", "--kind", "cake")
    assert status == 2
    assert "cake" in err


def test_nothing_hostile_breaks_the_command(command: Command, letter: Path) -> None:
    command("ingest", letter)
    # A command line carries no NUL; what begins with two dashes may be an option.
    for words in (one for one in HOSTILE[::4] if "\0" not in one and not one.startswith("--")):
        status, _, err = command("search", words)
        assert (status, "found are shown" in err) == (0, True), words
        assert not [tell for tell in TELLS if tell in err.lower()]
