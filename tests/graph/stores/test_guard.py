from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores.guard import position, refuse
from graph.stores.store import QueryRefused


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
