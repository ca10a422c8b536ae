"""The settings of the embedded engine, each by its effect: the engine ignores some silently."""

import pytest

from graph.errors import OnRecordError
from graph.stores.store import QueryRefused, Store


def test_a_huge_range_is_refused_at_once(embedded_store: Store) -> None:
    with pytest.raises(QueryRefused, match=r"(?i)range"):
        embedded_store.ask("UNWIND range(1, 1000000000) AS x RETURN x", {}, limit=1, seconds=5)


def test_not_even_the_owner_reads_files_by_cypher(embedded_store: Store) -> None:
    with pytest.raises(OnRecordError, match="refused"):
        embedded_store.read("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line")


def test_counts_are_not_cut_by_the_row_limit(embedded_store: Store) -> None:
    cypher = "UNWIND range(1, 5000) AS x RETURN count(x) AS n"
    assert embedded_store.ask(cypher, {}, limit=10, seconds=5).rows == ((5000,),)
    assert embedded_store.read(cypher, limit=10).rows == ((5000,),)
