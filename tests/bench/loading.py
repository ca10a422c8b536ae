"""Writing nodes and links as a load does, beside the plain driver sending the same batches."""

import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from neo4j import Driver

from graph.archive import Archive
from graph.batches import batched
from graph.loading.rows import Rows
from graph.loading.standing import marked
from graph.loading.writing import Writer
from graph.stores import statements
from graph.stores.bolt import BATCH, BoltStore
from graph.stores.open import open_store
from graph.stores.store import EdgeRow, NodeRow
from tests.bench.comparison import Comparison, compare

NODES, EDGES = 20_000, 40_000
# A document gives about ten nodes and twenty links.
_UNITS, _NODES, _EDGES = 2_000, 10, 20
Row = dict[str, object]
_MARKS = {"archive": "an archive", "digest": "0123456789abcdef"}


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
                lambda: _as_a_load(store, next(mark)),
                lambda: _plain(driver.writer, driver.database, next(mark)),
                amount=NODES + EDGES,
                unit="rows",
                clock=time.perf_counter,
                runs=3,
            )


def _as_a_load(store: BoltStore, mark: int) -> None:
    """Mark rows with their digests, keep them in order of kinds and send them, unit by unit."""
    writer = Writer(store=store, difference=None)
    people, links = _people(mark), _links(mark)
    for nodes, edges in (*[(_NODES, 0)] * _UNITS, *[(0, _EDGES)] * _UNITS):
        rows = Rows(
            nodes=tuple(map(_node, itertools.islice(people, nodes))),
            edges=tuple(map(_edge, itertools.islice(links, edges))),
            problems=(),
        )
        writer.put(marked(rows, "an archive"))
    writer.send(last=True)


def _node(row: Row) -> NodeRow:
    return NodeRow(label="Person", id=str(row["id"]), properties={"name": row["name"]})


def _edge(row: Row) -> EdgeRow:
    ends = ("Person", str(row["source"])), ("Person", str(row["target"]))
    return EdgeRow(
        type="HOLDS_ROLE", id=str(row["id"]), source=ends[0], target=ends[1],
        properties={"role": "member"},
    )  # fmt: skip


def _plain(driver: Driver, database: str | None, mark: int) -> None:
    nodes = (
        {"id": row["id"], "properties": {"id": row["id"], "name": row["name"], **_MARKS}}
        for row in _people(mark)
    )
    edges = (
        {**row, "properties": {"id": row["id"], "role": "member", **_MARKS}} for row in _links(mark)
    )
    with driver.session(database=database) as session:
        for cypher, rows in (
            (statements.put_nodes("Person"), nodes),
            (statements.put_edges("HOLDS_ROLE", "Person", "Person"), edges),
        ):
            for batch in batched(rows, BATCH):
                session.execute_write(lambda tx, c=cypher, b=batch: tx.run(c, rows=b).consume())


def _people(mark: int) -> Iterator[Row]:
    return ({"id": f"p{mark}-{n}", "name": f"Person {n}"} for n in range(NODES))


def _links(mark: int) -> Iterator[Row]:
    for n in range(EDGES):
        source, target = f"p{mark}-{n % NODES}", f"p{mark}-{(n * 7 + 1) % NODES}"
        yield {"id": f"l{mark}-{n}", "source": source, "target": target}
