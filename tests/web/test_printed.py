"""Answers on a terminal and in a pipe, and the questions that a typed beginning means."""

import json
import re

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

import onrecord
from graph.errors import UsageError
from graph.questions import questions
from web.answers import Answer
from web.choosing import chosen, of_topic
from web.printed import as_table, listed, printed, values_of

QUOTE = "We accept the findings in full, and the first of the twelve measures is in place already."
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def answer(columns: tuple[str, ...], *rows: tuple[object, ...]) -> Answer:
    return Answer(
        columns=columns, rows=rows, truncated=False, limit=200, cypher="", graph_version="v1"
    )


def shown(text: str) -> list[str]:
    return COLOUR.sub("", text).splitlines()


def test_a_quote_is_wrapped_to_the_terminal_and_nothing_of_it_is_lost() -> None:
    table = as_table(answer(("who", "quote", "empty"), ("Nora Tamsin", QUOTE, None)), 60)
    lines = shown(table)
    assert max(map(len, lines)) <= 60
    assert lines[0].split() == ["who", "quote"]
    assert " ".join(line.removeprefix("Nora Tamsin").strip() for line in lines[2:]) == QUOTE


def test_columns_that_would_be_too_narrow_become_a_list_for_each_row() -> None:
    columns = tuple(f"column_{n}" for n in range(9))
    rows = [tuple(f"value {n} of row {row}" for n in range(9)) for row in (1, 2)]
    lines = shown(as_table(answer(columns, *rows), 80))
    assert max(map(len, lines)) <= 80
    assert [line.split(maxsplit=1) for line in lines[:3]] == [
        ["1."], ["column_0", "value 0 of row 1"], ["column_1", "value 1 of row 1"],
    ]  # fmt: skip
    assert [line for line in lines if line == "2."] == ["2."]


def test_in_a_pipe_a_row_is_a_line_without_colour() -> None:
    long = answer(("quote", "n"), (f"{QUOTE}\n{QUOTE}", 1000), ("b", 2))
    lines = as_table(long, None).splitlines()
    assert len(lines) == 4
    assert lines[2].split("  ")[0] == f"{QUOTE} {QUOTE}"
    assert "\x1b" not in "".join(lines)


def test_an_answer_without_rows_or_columns_is_a_table_too() -> None:
    assert as_table(answer(()), 80) == as_table(answer(()), None) == ""
    assert shown(as_table(answer(("who", "quote")), 80))[0].split() == ["who", "quote"]


def test_json_and_csv_are_exact_whatever_the_terminal() -> None:
    given = answer(("who", "list"), ("Nora\nTamsin", [1, "a"]), ("=1+1", None))
    assert json.loads(printed(given, "json", 20))["rows"] == [
        ["Nora\nTamsin", [1, "a"]],
        ["=1+1", None],
    ]
    assert printed(given, "csv", 20) == 'who,list\r\n"Nora\nTamsin","[1, ""a""]"\r\n\'=1+1,\r\n'


def test_a_beginning_that_only_one_question_has_is_enough() -> None:
    assert chosen("who_resp").name == chosen("responses/who_resp").name == "responses/who_responded"
    assert chosen("who_responded").name == "responses/who_responded"
    with pytest.raises(UsageError, match="several questions begin so") as refused:
        chosen("statements/")
    assert "statements/by_speaker, " in refused.value.remedy
    with pytest.raises(UsageError, match="who_responded"):
        chosen("who_respnded")
    with pytest.raises(UsageError, match="onrecord query --list"):
        chosen("zzz")


def test_a_topic_lists_its_questions_alone() -> None:
    found = of_topic("responses/")
    assert {question.name.split("/")[0] for question in found} == {"responses"}
    assert of_topic("responses") == of_topic("unheard/") == ()


def test_the_list_is_by_topic_on_a_terminal_and_plain_in_a_pipe() -> None:
    lines = shown(listed(questions(), "table", 80))
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line == "Responses"] == ["Responses"]
    assert "responses/who_responded: " in listed(questions(), "table")
    names = [question.name for question in questions()]
    assert [each["name"] for each in json.loads(listed(questions(), "json"))] == names
    assert [row.split(",")[0] for row in listed(questions(), "csv").splitlines()[1:]] == names


def completed(*words: str, typed: str) -> list[str]:
    complete = ShellComplete(onrecord.cli, {}, "onrecord", "_ONRECORD_COMPLETE")
    return [item.value for item in complete.get_completions(list(words), typed)]


def test_the_shell_completes_commands_questions_and_parameters() -> None:
    assert completed(typed="que") == ["query"]
    assert completed("query", typed="who_resp") == ["responses/who_responded"]
    assert set(completed("query", typed="")) == {question.name for question in questions()}
    assert "speaker=" in completed("query", "statements/by_speaker", "-p", typed="sp")
    assert completed("query", "statements/by_speaker", "-p", typed="nothing") == []
    assert completed("query", "checks/retracted", "-p", typed="sp") == []
    assert "limit=" in completed("query", "-p", typed="")


def test_a_parameter_that_is_given_twice_is_refused() -> None:
    assert values_of(["speaker=Nora", "about=a=b"]) == {"speaker": "Nora", "about": "a=b"}
    with pytest.raises(UsageError, match="speaker: this parameter is given twice"):
        values_of(["speaker=Nora", "speaker=Joel"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str) -> None:
    said = CliRunner().invoke(onrecord.cli, ["completion", shell])
    assert said.exit_code == 0
    assert f"_ONRECORD_COMPLETE={shell}_complete" in said.output
