"""A stranger's Cypher on both engines: where it is wrong, what it may cost, what it is given."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores.store import NodeRow, QueryRefused, Store
from graph.stores.told import told
from graph.stores.written import blanked
from tests.engines import shared_engine

PEOPLE = [NodeRow(label="Person", id=f"p{n}", properties={"name": f"N{n}"}) for n in range(9)]
COUNT = "MATCH (n:Person) RETURN count(n) AS people"
WRONG = {
    "MATCH (n)\nRETRN n": (2, 1),
    "\t\tMATCH (n) RETRN n": (1, 13),
    "\n\n  MATCH (n)\n RETRN n": (4, 2),
    "MATCH (n) WHERE n.x = '😀😀' RETRN n": (1, 28),
    "MATCH (n)\nRETURN m": (2, 8),
    "MATCH (a)-[r]->(b) WITH a RETURN r": (1, 34),
    "MATCH (n)\nRETURN foo(n)": (2, 8),
    "MATCH (n)\n  WHERE n.x = $who RETURN n": (2, 16),
    "MATCH (n:Person)-->(m RETURN n": (1, 23),
    "RETURN 'a' + ": (1, 13),
    "RETURN [1,2][\n\n": (1, 14),
    "RETURN 'no end": (1, 8),
    "RETURN 1 /* no end": (1, 10),
    "MATCH (n) RETURN n.`no end": (1, 20),
    "\\u0043REATE (:Person)": (1, 1),
    "RETURN 'a\\u0027 AS b, 'c'": (1, 10),
}
ODD = {
    "too large": 2**63,
    "half a sign": ["\ud800"],
    "within": [{"a": {"b": 2**80}}],
    "of a kind": date(2025, 2, 3),
    "bytes": b"x",
}
FINE = [None, True, -(2**63), 1.5, "\0", "😀", [], [1, "a", None], {"a": {"b": [{}]}}]
# What each of them costs differs between the engines; that it is refused does not.
BOMBS = [
    "RETURN range(1, 1000000000) AS n",
    "UNWIND range(1, 1000000000) AS x RETURN collect(x) AS n",
    "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b RETURN collect(a + b) AS n",
    "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b RETURN a * b AS n, count(*) AS m",
    "WITH 'aaaaaaaaaa' AS s RETURN reduce(t = s, i IN range(1, 60) | t + t) AS n",
    "RETURN reduce(s = 'aaaaaaaaaa', i IN range(1, 21) | s + s) AS n",
    "RETURN reduce(l = [], i IN range(1, 4000) | [l]) AS n",
    "RETURN [a IN range(1, 9000) | [b IN range(1, 9000) | [c IN range(1, 99) | c]]] AS n",
    (
        "RETURN reduce(a = 0, i IN range(1, 9000) | a + reduce(b = 0, j IN range(1, 9000) | "
        "b + reduce(c = 0, k IN range(1, 99) | c + k))) AS n"
    ),
    (
        "RETURN any(a IN range(1, 9000) WHERE any(b IN range(1, 9000) WHERE "
        "any(c IN range(1, 9000) WHERE c < 0))) AS n"
    ),
    "RETURN 1" + " + 1" * 6000,
]


@pytest.fixture(scope="module")
def embedded_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An engine of this module alone: some of these questions cost it."""
    with shared_engine(tmp_path_factory) as (_, store):
        yield store


@pytest.fixture
def full(store: Store) -> Store:
    """Nine people. A server's store is new in each test: it counts what it left behind."""
    store.put_nodes(PEOPLE)
    return store


def refusal(store: Store, cypher: str, parameters: dict[str, object] | None = None) -> QueryRefused:
    with pytest.raises(QueryRefused) as refused:
        store.ask(cypher, parameters or {}, limit=10, seconds=1)
    return refused.value


def test_every_engine_names_the_same_place_of_a_mistake(store: Store) -> None:
    assert {cypher: refusal(store, cypher).position for cypher in WRONG} == WRONG


def test_a_refusal_says_where_what_and_what_to_write_instead(store: Store) -> None:
    refused = refusal(store, "MATCH (n)\nRETRN n")
    assert refused.repair == "RETURN"
    said = refused.sentence()
    assert said.startswith("the query, line 2, column 1: ")
    assert said.endswith("nput 'RETRN'. Write RETURN in place of RETRN.")
    assert refusal(store, "MATCH (n) RETURN $who AS who").happened == (
        "it has no value for the parameter who"
    )
    assert refusal(store, "RETURN 1 +").happened == "it ends where more is expected"


def test_a_value_that_no_engine_takes_is_named(store: Store) -> None:
    for value in ODD.values():
        happened = refusal(store, "RETURN $odd AS odd", {"odd": value}).happened
        assert happened.startswith("the value of the parameter odd ")


def test_every_other_value_comes_back_as_it_went(store: Store) -> None:
    rows = [store.ask("RETURN $v AS v", {"v": v}, limit=1, seconds=5).rows for v in FINE]
    assert rows == [((value,),) for value in FINE]


def test_a_semicolon_at_the_end_is_no_mistake(full: Store) -> None:
    assert full.ask(f"{COUNT} ; // all", {}, limit=1, seconds=5).rows == ((9,),)
    assert refusal(full, f"{COUNT}; {COUNT}").position


@pytest.mark.parametrize("cypher", BOMBS)
def test_what_costs_too_much_is_refused_and_others_are_answered(full: Store, cypher: str) -> None:
    refusal(full, cypher)
    assert full.read(COUNT).rows == ((9,),)


def test_rows_that_nobody_reads_are_not_waited_for(full: Store) -> None:
    cypher = "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b RETURN a, b"
    table = full.ask(cypher, {}, limit=3, seconds=5)
    assert (table.rows, table.truncated, table.limit) == (((1, 1), (1, 2), (1, 3)), True, 3)
    assert full.ask(COUNT, {}, limit=3, seconds=5).rows == ((9,),)


@given(message=st.text() | st.from_regex(r"[Ii]nput '.*' at line [0-9]+, column [0-9]+"),
       cypher=st.text(max_size=40),
       place=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 99)))  # fmt: skip
def test_a_place_that_is_told_lies_in_the_query(
    message: str, cypher: str, place: tuple[int, int] | None
) -> None:
    where = told(message, cypher, place).position
    lines = cypher.split("\n")
    assert where is None or (
        1 <= where[0] <= len(lines) and 1 <= where[1] <= len(lines[where[0] - 1]) + 1
    )


@given(st.text())
def test_blanking_keeps_every_offset(text: str) -> None:
    assert len(blanked(text)) == len(blanked(text, names=False)) == len(text)
