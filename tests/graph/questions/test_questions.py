from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NotFound, OnRecordError, UsageError
from graph.questions import find_question, questions, questions_in
from graph.questions.cypher_text import parameters, returned_columns, skeleton
from graph.questions.file import Parameter, Question, parse_question
from graph.questions.values import typed_values

GOOD = """// title: Who wrote
// why: to know who wrote
// param writer: string = ""
// param limit: integer = 10
// returns: name, letters
// view: table
MATCH (p:Person)-[:WROTE]->(l)
WHERE p.name = $writer
RETURN p.name AS name, count(l) AS letters
ORDER BY name
LIMIT $limit
"""


def parse(text: str) -> Question:
    return parse_question(text, name="letters/writers", path="cypher/letters/writers.cypher")


def test_a_header_becomes_a_question() -> None:
    assert parse(GOOD) == Question(
        name="letters/writers",
        title="Who wrote",
        why="to know who wrote",
        parameters=(
            Parameter(name="writer", type="string", default=""),
            Parameter(name="limit", type="integer", default="10"),
        ),
        returns=("name", "letters"),
        view="table",
        cypher=GOOD[GOOD.index("MATCH") :],
        path="cypher/letters/writers.cypher",
        line=7,
    )


@pytest.mark.parametrize(
    ("old", "new", "happened", "line"),
    [
        ("// why: to know who wrote\n", "", "the header has no line “why”", 6),
        ("// why:", "// wherefore:", "this is not a line of a header", 2),
        ("// why:", "// title:", "a second line “title”", 2),
        ("// view: table", "// view: cake", "the view is one of table, graph, timeline", 1),
        (": string", ": word", ("the parameter writer needs a type, one of string, integer, date, "
         "boolean, id, list, map"), 3),
        ("$writer", "$author", "the header declares no parameter $author", 8),
        ("$writer", "'someone'", ("the parameter writer is declared and not used, or declared "
         "twice"), 7),
        ("returns: name, letters", "returns: name", ("the header returns name, but the query "
         "returns name, letters"), 7),
        ("ORDER BY name\n", "", "the query has no ORDER BY after its RETURN", 9),
        ("ORDER BY name\n", "ORDER BY name.id\n",
         "ORDER BY reads a property of name, which is a column by then", 9),
        ("LIMIT $limit", "LIMIT 10 // $limit", "the query has no LIMIT $limit after its RETURN", 9),
        ("RETURN", "WITH", "the query has no RETURN", 7),
        ("WHERE", "SET", "a question only reads, and this one has SET", 8),
    ],
)  # fmt: skip
def test_a_question_whose_parts_do_not_agree_is_refused_with_file_and_line(
    old: str, new: str, happened: str, line: int
) -> None:
    with pytest.raises(OnRecordError) as caught:
        parse(GOOD.replace(old, new))
    assert caught.value.happened == happened
    assert caught.value.subject == f"cypher/letters/writers.cypher, line {line}"


def test_columns_are_read_past_commas_in_brackets_words_and_inner_queries() -> None:
    cypher = """
    CALL (a) { MATCH (b) RETURN b.x AS inner ORDER BY inner LIMIT 1 }
    RETURN DISTINCT a.name AS name, [x IN a.list | x + ', AS y'] AS all, // , AS z
           CASE WHEN a.id = 'RETURN' THEN 1 END AS one, plain
    ORDER BY name
    """
    assert returned_columns(cypher) == ("name", "all", "one", "plain")


def test_parameters_in_words_and_comments_do_not_count() -> None:
    assert set(parameters("RETURN '$a' // $b\n + $c /* $d */ + \"$e\"")) == {"c"}


@given(st.text(alphabet="a'\"/*\n$(){}[], \\"))
def test_blanking_keeps_every_offset_and_line(text: str) -> None:
    blanked = skeleton(text)
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")


def test_a_question_is_found_by_its_path_or_by_a_name_that_is_unique() -> None:
    assert find_question("people/roles") == find_question("roles")


def test_an_unknown_question_is_answered_with_near_names() -> None:
    with pytest.raises(NotFound) as caught:
        find_question("rolls")
    assert "roles" in caught.value.remedy


def test_questions_are_sorted_and_each_is_shown_as_words_and_not_as_a_file_name() -> None:
    names = [one.name for one in questions()]
    assert names == sorted(names)
    assert len(names) >= 10
    assert [one.name for one in questions() if "_" in one.title or one.title == one.name] == []


def test_a_folder_of_questions_names_each_by_topic_and_file(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "writers.cypher").write_text(GOOD, "utf-8")
    assert [one.name for one in questions_in(tmp_path)] == ["letters/writers"]


def typed(type_: str, raw: str) -> object:
    text = GOOD.replace(": string", f": {type_}")
    return typed_values(parse(text), {"writer": raw})["writer"]


@pytest.mark.parametrize(
    ("type_", "raw", "value"),
    [
        ("string", "  Ada O’Neil ", "Ada O’Neil"),
        ("integer", "-3", -3),
        ("date", "2025-02", "2025-02"),
        ("date", "", ""),
        ("boolean", "Yes", True),
        ("id", "doc-1#char=2,3", "doc-1#char=2,3"),
        ("list", "a\nb c", ["a", "b c"]),
    ],
)
def test_values_are_read_by_the_type_of_their_parameter(
    type_: str, raw: str, value: object
) -> None:
    assert typed(type_, raw) == value


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        ("integer", "three"),
        ("date", "2025-02-30"),
        ("boolean", "maybe"),
        ("id", "no id"),
        ("map", "a"),
    ],
)
def test_a_value_that_does_not_fit_names_parameter_and_shape(type_: str, raw: str) -> None:
    with pytest.raises(UsageError, match="does not fit the parameter writer"):
        typed(type_, raw)


def test_no_research_question_takes_what_nobody_can_type() -> None:
    assert [one.name for one in questions() if any(p.type == "map" for p in one.parameters)] == []


def test_a_value_for_no_parameter_and_a_missing_value_are_refused() -> None:
    question = parse(GOOD.replace(' = ""', ""))
    with pytest.raises(UsageError, match="it has no parameter author"):
        typed_values(question, {"author": "x"})
    with pytest.raises(UsageError, match="the parameter writer needs a value"):
        typed_values(question, {})
