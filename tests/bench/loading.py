"""Writing nodes and links through the store, beside the plain driver sending the same batches."""

import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from neo4j import Driver

from graph.archive import Archive
from graph.stores import statements
from graph.stores.bolt import BATCH, BoltStore
from graph.stores.open import open_store
from graph.stores.store import EdgeRow, NodeRow
from tests.bench.comparison import Comparison, compare

NODES, EDGES = 10_000, 20_000
Row = dict[str, object]


def run() -> Comparison:
    """Compare on the embedded engine, each run with ids of its own in the same growing graph."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.create(Path(folder) / "archive", title="Benchmark")
        with open_store(archive, None) as store:
            assert isinstance(store, BoltStore)
            driver = store._connection.drivers()  # the same server for both
            mark = itertools.count()
            return compare(
                f"Loading {NODES:,} nodes and {EDGES:,} links (other: the plain driver)",
                lambda: _through_the_store(store, next(mark)),
                lambda: _plain(driver.writer, driver.database, next(mark)),
                amount=NODES + EDGES,
                unit="rows",
                clock=time.perf_counter,
                runs=3,
            )


def _through_the_store(store: BoltStore, mark: int) -> None:
    store.put_nodes(
        NodeRow(label="Person", id=str(row["id"]), properties={"name": row["name"]})
        for row in _people(mark)
    )
    store.put_edges(
        EdgeRow(
            type="HOLDS_ROLE",
            id=str(row["id"]),
            source=("Person", str(row["source"])),
            target=("Person", str(row["target"])),
            properties={"role": "member"},
        )
        for row in _links(mark)
    )


def _plain(driver: Driver, database: str | None, mark: int) -> None:
    nodes = (
        {"id": row["id"], "properties": {"id": row["id"], "name": row["name"]}}
        for row in _people(mark)
    )
    edges = ({**row, "properties": {"id": row["id"], "role": "member"}} for row in _links(mark))
    with driver.session(database=database) as session:
        for cypher, rows in (
            (statements.put_nodes("Person"), nodes),
            (statements.put_edges("HOLDS_ROLE", "Person", "Person"), edges),
        ):
            while batch := list(itertools.islice(rows, BATCH)):
                session.execute_write(lambda tx, c=cypher, b=batch: tx.run(c, rows=b).consume())


def _people(mark: int) -> Iterator[Row]:
    return ({"id": f"p{mark}-{n}", "name": f"Person {n}"} for n in range(NODES))


def _links(mark: int) -> Iterator[Row]:
    for n in range(EDGES):
        source, target = f"p{mark}-{n % NODES}", f"p{mark}-{(n * 7 + 1) % NODES}"
        yield {"id": f"l{mark}-{n}", "source": source, "target": target}
