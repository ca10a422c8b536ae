import re
import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.search.query import MOST_WORDS, parse
from tests.graph.search.hostile import HOSTILE

_OURS = re.compile(r'(?:"\w+(?: \w+)*"\*?|words : | AND | OR | NOT |[()])*')
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


def test_of_a_long_quotation_the_first_words_are_looked_for() -> None:
    words = [f"w{number}" for number in range(MOST_WORDS + 20)]
    [term] = parse(f'"{" ".join(words)}"').terms
    assert term.forms == (tuple(words[:MOST_WORDS]),)
    first, last = parse(f'fire "{" ".join(words)}"').terms
    assert (first.forms, last.forms) == ((("fire",),), (tuple(words[: MOST_WORDS - 1]),))


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
    asked(table, typed)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_is_an_error_of_sqlite(table: sqlite3.Connection, typed: str) -> None:
    asked(table, typed)


@given(st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join))
def test_nothing_hostile_is_one_beside_other_words(table: sqlite3.Connection, typed: str) -> None:
    asked(table, typed)


def asked(table: sqlite3.Connection, typed: str) -> None:
    """Ask for what is typed, and find nothing in the expression but words and our own operators."""
    query = parse(typed)
    for expression in (query.among_names(), query.among_words()):
        assert _OURS.fullmatch(expression)
        if expression:
            table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchall()


@given(st.text(), st.text())
def test_what_is_typed_twice_or_in_other_signs_is_the_same(one: str, other: str) -> None:
    assert parse(f"{one} {other}") == parse(f"{one}  {other}")
    assert parse(f"“{other}”") == parse(f'"{other}"')
