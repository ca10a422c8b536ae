from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores.guard import LONGEST, refuse, refuse_deep_loops
from graph.stores.store import QueryRefused
from graph.stores.written import position


@pytest.mark.parametrize(
    ("cypher", "reason"),
    [
        ("MATCH (n) SET n.x = 1", "it writes"),
        ("MATCH (n)\tDELETE\nn", "it writes"),
        ("create(:Person)", "it writes"),
        ("MATCH (n) REMOVE/**/n.x", "it writes"),
        ("LOAD /* x */ CSV FROM 'a' AS b RETURN b", "it reads a file or an address"),
        ("PROFILE RETURN 1", "it asks for a plan"),
        ("CALL algo . pagerank()", "the procedure algo.pagerank is not on the short list"),
        ("CALL db.labels() CALL `x`.`y`()", "the procedure x.y is not on the short list"),
        ("SHOW USERS", "it asks about the server"),
        ("USE system RETURN 1", "it names another database"),
        ("CREATE\u180e(:Person)", "it writes"),
        ("CALL\ufeffalgo.pagerank()", "the procedure algo.pagerank is not on the short list"),
        ("LOAD\u200bCSV FROM 'a' AS b RETURN b", "it reads a file or an address"),
        ("MATCH (n) \u017fET n.x = 1", "it writes"),
        ("\\u0043ALL algo.pagerank()", "it writes a plain sign as an escape"),
        ("RETURN 'x\\u0027 AS x CREATE (:Person) //'", "it writes a plain sign as an escape"),
        ("RETURN 'no end", "the text that begins here does not end"),
        ("RETURN /* no end */ 'x' /* CREATE", "the comment that begins here does not end"),
        ("// nothing else", "it is empty"),
        ("RETURN '\ud800'", "it holds half a sign (a lone surrogate)"),
        ("/*" * LONGEST, "it has 40,000 signs, and at most 20,000 are read"),
    ],
)  # fmt: skip
def test_what_is_not_reading_is_refused_with_its_reason(cypher: str, reason: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        refuse(cypher)
    assert refused.value.happened == reason


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) WHERE n.set = 'SET n.x' RETURN n",
        "MATCH (set:Person)-[:CREATE]->(x) RETURN {delete: set.name}",
        "MATCH (n) RETURN n.name AS `CREATE (x)` // SET n.x = 1",
        'MATCH (n) WHERE n.name = "it\\"s SET n.x" RETURN n',
        "CALL db.index.fulltext.queryNodes('entity_search', $q) YIELD node RETURN node",
        "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN m } RETURN m",
        "MATCH (n) RETURN $create, n.name",
        "RETURN 'Se\\u00e1n' AS name",
        "RETURN '/*' AS a, \"//\" AS b, `'` AS c",
        "/*" * 4999 + "*/ RETURN 1",
    ],
)
def test_reading_is_let_through(cypher: str) -> None:
    refuse(cypher)


@given(st.text())
def test_no_text_breaks_the_guard(text: str) -> None:
    with suppress(QueryRefused):
        refuse(text)


def test_a_place_counts_lines_and_columns_from_one() -> None:
    assert [position("ab\ncd", offset) for offset in (0, 1, 3, 4)] == [
        (1, 1), (1, 2), (2, 1), (2, 2),
    ]  # fmt: skip


THREE = "RETURN [a IN $l | any(b IN a WHERE reduce(c = 0, d IN b | c + d) > 1)] AS x"
TWO = "RETURN [a IN $l | [b IN a | b]] AS x, any(c IN $l WHERE all(d IN c WHERE d > 0)) AS y"


def test_three_loops_within_one_another_are_found_and_two_are_let_through() -> None:
    with pytest.raises(QueryRefused) as refused:
        refuse_deep_loops(THREE)
    assert refused.value.position == (1, THREE.index("reduce") + 1)
    refuse_deep_loops(TWO)
    refuse_deep_loops("RETURN '[a IN b | [c IN d | [e IN f | g]]]' AS x // [a IN [b IN [c IN")


@given(st.text(alphabet="[]{}() aINreduce(any('\"`/*"))
def test_no_brackets_break_the_search_for_loops(text: str) -> None:
    with suppress(QueryRefused):
        refuse_deep_loops(text)
