"""The settings of the embedded engine, each by its effect: the engine ignores some silently."""

from collections.abc import Iterator

import pytest

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.explore.asking import MOST
from graph.stores import endpoint
from graph.stores.open import open_store
from graph.stores.store import QueryRefused, Store


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An empty archive, for all tests of this module."""
    return Archive.create(tmp_path_factory.mktemp("limits") / "archive", title="Wexcombe")


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of its engine's endpoint."""
    return str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="module")
def embedded_store(archive: Archive, state: str) -> Iterator[Store]:
    """Its engine: these questions cost an engine much."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", state)
        with open_store(archive, None) as store:
            yield store


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


def test_more_than_half_a_million_things_are_not_sorted_and_a_full_page_is(
    embedded_store: Store,
) -> None:
    many = "UNWIND range(1, 10000) AS a UNWIND range(1, {}) AS b "
    with pytest.raises(QueryRefused, match="more than 500,000 things"):
        embedded_store.ask(
            many.format(51) + "RETURN a * 100 + b AS n ORDER BY n DESC", {}, limit=1, seconds=30
        )
    page = many.format(11) + "RETURN a * 100 + b AS n ORDER BY n LIMIT $limit"
    assert len(embedded_store.read(page, {"limit": MOST + 1}).rows) == MOST + 1


def test_a_query_that_wants_more_memory_than_there_is_costs_nobody_the_engine(
    archive: Archive, state: str, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", state)
    note = endpoint.place(archive.root, archive.id)
    before = endpoint.read(note)
    doubled = "RETURN size(reduce(s = 'aaaaaaaaaa', i IN range(1, 60) | s + s)) AS n"
    with pytest.raises(QueryRefused, match="needs more memory"):
        embedded_store.ask(doubled, {}, limit=1, seconds=30)
    assert embedded_store.read("RETURN 1 AS one").rows == ((1,),)
    assert endpoint.read(note) == before
