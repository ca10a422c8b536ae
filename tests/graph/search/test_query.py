import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.search.query import MOST_WORDS, parse

_SIGNS = st.sampled_from(
    ["NEAR(", "AND", "OR", "NOT", "words:", "{closed words} :", "^", "*", "+", "-", '"', "“", "”",
     "(", ")", "\0", "\ud800", "a", "’", "'", ";", "--", "fire", "\u202e", "ß", " "]
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "names", "words"),
    [
        ("Nora Tamsin", '("nora") AND ("tamsin"*)', '("nora") AND ("tamsin"*)'),
        ("nora t", '("nora") AND ("t"*)', '("nora") AND ("t")'),
        ("t*", '("t"*)', '("t"*)'),
        ("O’Brien said", '(words : "o brien" OR "obrien") AND ("said"*)', None),
        ('"no plan" fire', '(words : "no plan") AND ("fire"*)', None),
        ("“no plan", '(words : "no plan"*)', '(words : "no plan"*)'),
        ("fire -harbour", '(("fire")) NOT (("harbour"))', None),
        ('fire -"no plan"', '(("fire")) NOT ((words : "no plan"))', None),
        ("WI/25/1 well-being", '(words : "wi 25 1") AND (words : "well being"*)', None),
        ("AND OR", '("and") AND ("or"*)', '("and") AND ("or")'),
        ("fire fire", '("fire") AND ("fire"*)', None),
        ("-fire", "", ""),
        ('" - * (', "", ""),
    ],
)
def test_what_is_typed_is_read(typed: str, names: str, words: str | None) -> None:
    query = parse(typed)
    assert query.among_names() == names
    assert query.among_words() == (names if words is None else words)


def test_more_words_than_are_looked_for_are_told() -> None:
    assert parse("a " * MOST_WORDS).cut is False
    assert parse("a " * (MOST_WORDS + 1)).cut is True
    assert parse("a-" * 5000).cut is True


def test_names_are_compared_with_all_words_and_not_where_some_are_unwanted() -> None:
    assert parse("“Seán” O’B").key == "sean ob"
    assert parse("sean -brien").key == ""


@pytest.fixture(scope="module")
def table() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute(
        "CREATE VIRTUAL TABLE t USING fts5(words, closed, tokenize=\"ascii tokenchars '_'\")"
    )
    made.execute("INSERT INTO t VALUES ('a fire and no plan', '')")
    return made


@given(st.one_of(st.text(), st.lists(_SIGNS).map("".join), st.lists(_SIGNS).map(" ".join)))
@example("x" * 10_000)
@example('"' + "a b " * 2500)
@example("- " * 5000)
def test_no_text_is_an_error_of_sqlite(table: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    for expression in (query.among_names(), query.among_words()):
        if expression:
            table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchall()
