"""One contract, both engines."""

import pytest

from graph.schema import EDGES, NODES
from graph.stores.store import EdgeRow, NodeRow, QueryRefused, Store, Table

PERSON = NodeRow(
    label="Person",
    id="p1",
    properties={"name": "Seán O’Brien", "search": "sean obrien o brien", "aliases": ["S. O’Brien"]},
)
OTHER = NodeRow(
    label="Person", id="p2", properties={"name": "Nora Tamsin", "search": "nora tamsin"}
)
REPORT = NodeRow(label="Report", id="r1", properties={"name": "Hollin House", "search": "hollin"})
BODY = NodeRow(label="Organisation", id="o1", properties={"name": "Trust", "search": "trust"})
SAID = NodeRow(label="Statement", id="s1", properties={"quote": "No plan", "search": "no plan"})
ANSWER = EdgeRow(
    type="RESPONDED_TO",
    id="e1",
    source=("Person", "p1"),
    target=("Report", "r1"),
    properties={"passages": ["d#char=0,4"], "inferred": False, "date": "2025-02"},
)
SENT = EdgeRow(
    type="ADDRESSED_TO",
    id="e2",
    source=("Report", "r1"),
    target=("Organisation", "o1"),
    properties={},
)
HELD = EdgeRow(
    type="MADE_BY", id="e3", source=("Statement", "s1"), target=("Person", "p1"), properties={}
)
NODE_ROWS = (PERSON, OTHER, REPORT, BODY, SAID)
EDGE_ROWS = (ANSWER, SENT, HELD)
ATTACKS = [
    "CREATE (n:Person {id: 'x'})",
    "MERGE (n:Person {id: 'x'}) RETURN n",
    "MATCH (n:Person) SET n.name = 'x'",
    "MATCH (n:Nothing) SET n.name = 'x'",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) DETACH DELETE n",
    "MATCH (n) WHERE n.id = 'nobody' DELETE n",
    "MATCH (n) FOREACH (x IN [1] | CREATE (:Person))",
    "MATCH (n) CALL (n) { CREATE (:Person) } RETURN n",
    "MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS RETURN n",
    "/* MATCH */ CREATE (:Person)",
    "EXPLAIN CREATE (:Person)",
    "PROFILE CREATE (:Person)",
    "PROFILE MATCH (n:Person) DELETE n",
    "CYPHER 5 CREATE (:Person)",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "load\ncsv FROM 'http://127.0.0.1/' AS line RETURN line",
    "UNWIND [1] AS x LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "CALL algo.pagerank()",
    "CALL `algo`.`pagerank`()",
    "CALL /* hidden */ algo.pagerank()",
    "CALL dbms.listConfig()",
    "CALL dbms.components() YIELD name RETURN name",
    "CALL apoc.load.json('file:///etc/hostname') YIELD value RETURN value",
    "CALL db.createLabel('X')",
    "SHOW USERS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'x'",
    "CREATE USER x SET PASSWORD 'long-enough'",
    "ALTER USER neo4j SET PASSWORD 'long-enough'",
    "DROP CONSTRAINT entity_id IF EXISTS",
    "CREATE INDEX x IF NOT EXISTS FOR (n:Person) ON (n.name)",
    "CREATE DATABASE x",
    "USE system MATCH (n) RETURN n",
    "RETURN 1; CREATE (:Person)",
    "SELECT FROM Person",
    "DELETE FROM Person",
    "",
]
HARMLESS = [
    "MATCH (n:Person {id: 'p1'}) RETURN n.id",
    "MATCH (n:Person {id: 'p1'}) RETURN n.id AS set_by // CREATE nothing",
    "MATCH (n:Person {id: 'p1'}) WITH n, 'CREATE (x) LOAD CSV' AS `SET x` RETURN n.id",
    "MATCH (n:Person {id: 'p1'}) WHERE n.delete IS NULL RETURN n.id",
    "CALL db.index.fulltext.queryNodes('entity_search', 'sean') YIELD node RETURN node.id",
    "MATCH (n:Person {id: 'p1'}) CALL (n) { RETURN n.id AS id } RETURN id",
]
NODES_OF = "MATCH (n) WHERE n.id IS NOT NULL RETURN n.id AS id ORDER BY id"
EDGES_OF = "MATCH ()-[r]->() RETURN r.id AS id ORDER BY id"


@pytest.fixture
def full(store: Store) -> Store:
    store.put_nodes(NODE_ROWS)
    store.put_edges(EDGE_ROWS)
    return store


def ids(table: Table) -> list[object]:
    return [row[0] for row in table.rows]


def refused(store: Store, cypher: str) -> bool:
    try:
        store.ask(cypher, {}, limit=10, seconds=5)
    except QueryRefused:
        return True
    return False


def place(store: Store, cypher: str) -> tuple[int, int] | None:
    with pytest.raises(QueryRefused) as refusal:
        store.ask(cypher, {}, limit=10, seconds=5)
    return refusal.value.position


def test_the_schema_can_be_made_twice(store: Store) -> None:
    store.bootstrap()
    store.bootstrap()
    assert store.read("RETURN 1 AS one") == Table(columns=("one",), rows=((1,),))


def test_every_label_and_type_of_the_schema_can_be_written(store: Store) -> None:
    store.put_nodes(
        NodeRow(label=node.label, id=f"n-{node.label}", properties={}) for node in NODES
    )
    rows = [
        EdgeRow(type=edge.name, id=f"{edge.name}-{a}-{b}", source=(a, f"n-{a}"),
                target=(b, f"n-{b}"), properties={})
        for edge in EDGES for a, b in sorted(edge.pairs)
    ]  # fmt: skip
    store.put_edges(rows)
    assert ids(store.read(EDGES_OF)) == sorted(row.id for row in rows)


def test_loading_twice_gives_equal_counts(full: Store) -> None:
    full.put_nodes(NODE_ROWS)
    full.put_edges(EDGE_ROWS)
    assert ids(full.read(NODES_OF)) == ["o1", "p1", "p2", "r1", "s1"]
    assert ids(full.read(EDGES_OF)) == ["e1", "e2", "e3"]


def test_values_come_back_plain(full: Store) -> None:
    table = full.read("MATCH (n:Person {id: 'p1'})-[r]->(m:Report) RETURN n, r, [m.id] AS ids")
    person = {"id": "p1", "name": "Seán O’Brien", "aliases": ["S. O’Brien"]}
    answer = {"id": "e1", "passages": ["d#char=0,4"], "inferred": False, "date": "2025-02"}
    assert table.dicts() == [
        {
            "n": {**person, "labels": ["Entity", "Person"]},
            "r": {**answer, "type": "RESPONDED_TO"},
            "ids": ["r1"],
        }
    ]


def test_dates_come_back_as_text(store: Store) -> None:
    assert store.read("RETURN date('2025-02-03') AS day").rows == (("2025-02-03",),)


def test_a_property_that_a_row_no_longer_names_is_removed(full: Store) -> None:
    full.put_nodes([NodeRow(label="Person", id="p1", properties={"name": "S. O’Brien"})])
    found = full.read("MATCH (n:Person {id: 'p1'}) RETURN properties(n) AS properties")
    assert found.rows == (({"id": "p1", "name": "S. O’Brien"},),)
    full.put_edges([EdgeRow(type="RESPONDED_TO", id="e1", source=ANSWER.source,
                            target=ANSWER.target, properties={"date": "2026"})])  # fmt: skip
    found = full.read("MATCH ()-[r:RESPONDED_TO]->() RETURN properties(r) AS properties")
    assert found.rows == (({"id": "e1", "date": "2026"},),)


def test_a_link_whose_end_is_missing_is_an_error(full: Store) -> None:
    lost = EdgeRow(type="MADE_BY", id="e9", source=("Statement", "s1"), target=("Person", "nobody"),
                   properties={})  # fmt: skip
    with pytest.raises(Exception, match="1 of 1 rows were not written"):
        full.put_edges([lost])


def test_what_is_deleted_is_gone_with_its_links(full: Store) -> None:
    full.delete_edges("ADDRESSED_TO", ["e2"])
    assert ids(full.read(EDGES_OF)) == ["e1", "e3"]
    full.delete_nodes("Person", ["p1", "not there"])
    assert ids(full.read(NODES_OF)) == ["o1", "p2", "r1", "s1"]
    assert ids(full.read(EDGES_OF)) == []


def test_rows_beyond_the_limit_are_said_to_exist(full: Store) -> None:
    assert full.read(NODES_OF, limit=2) == Table(
        columns=("id",), rows=(("o1",), ("p1",)), truncated=True, limit=2
    )
    assert not full.read(NODES_OF, limit=5).truncated
    assert full.ask(NODES_OF, {}, limit=4, seconds=5).truncated
    assert not full.ask(NODES_OF, {}, limit=5, seconds=5).truncated


def test_a_path_leads_over_links_in_both_directions(full: Store) -> None:
    cypher = (
        "MATCH (a:Statement {id: $a}), (b:Entity {id: $b}) "
        "MATCH p = shortestPath((a)-[*..6]-(b)) RETURN p"
    )
    (row,) = full.read(cypher, {"a": "s1", "b": "o1"}).dicts()
    path = row["p"]
    assert isinstance(path, dict)
    assert [node["id"] for node in path["nodes"]] == ["s1", "p1", "r1", "o1"]
    assert [edge["type"] for edge in path["relationships"]] == [
        "MADE_BY", "RESPONDED_TO", "ADDRESSED_TO",
    ]  # fmt: skip


def test_the_full_text_index_of_a_label_is_asked_in_cypher_with_folded_words(full: Store) -> None:
    cypher = (
        "CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score "
        "RETURN node.id AS id ORDER BY score DESC, id"
    )
    asked = {"obrien": ["p1"], "brien": ["p1"], "se*": ["p1"], "plan": []}
    found = {
        words: ids(full.ask(cypher, {"index": "entity_search", "words": words}, limit=5, seconds=5))
        for words in asked
    }
    assert found == asked


def test_a_query_of_our_own_takes_parameters(full: Store) -> None:
    cypher = "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id ORDER BY id"
    assert ids(full.ask(cypher, {"ids": ["p1", "r1"]}, limit=9, seconds=5)) == ["p1", "r1"]


def test_ad_hoc_questions_cannot_do_more_than_read(full: Store) -> None:
    everything = "MATCH (n) WHERE n.id IS NOT NULL RETURN n ORDER BY n.id"
    before = full.read(everything)
    assert [cypher for cypher in ATTACKS if not refused(full, cypher)] == []
    assert full.read(everything) == before


def test_words_of_writing_inside_text_and_names_are_no_writing(full: Store) -> None:
    answers = [full.ask(cypher, {}, limit=10, seconds=5).rows for cypher in HARMLESS]
    assert answers == [(("p1",),)] * len(HARMLESS)


def test_a_refusal_names_its_place(full: Store) -> None:
    places = {
        "MATCH (n)\nRETRN n": (2, 1),
        "MATCH (n:Person)\n  SET n.x = 1": (2, 3),
        "MATCH (n) RETURN n\nLOAD CSV FROM 'x' AS y": (2, 1),
    }
    assert {cypher: place(full, cypher) for cypher in places} == places
    # The engines see the fault of an unclosed bracket at different signs.
    assert place(full, "MATCH (n RETURN n") in {(1, 10), (1, 18)}


def test_a_question_that_runs_too_long_is_ended(full: Store) -> None:
    endless = (
        "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c "
        "RETURN count(*)"
    )
    with pytest.raises(QueryRefused, match="longer than"):
        full.ask(endless, {}, limit=10, seconds=1)
    assert ids(full.read(NODES_OF, limit=1)) == ["o1"]
