"""An engine killed while it starts or answers: nothing is lost, and its folder is not blamed."""

import subprocess
import time
from types import SimpleNamespace
from typing import Any, cast

import pytest
from neo4j.exceptions import DriverError, ServiceUnavailable

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.stores.arcadedb import ArcadeDB
from graph.stores.connection import Connection
from graph.stores.open import open_store
from graph.stores.store import NodeRow, QueryRefused

COUNT = "MATCH (n:Person) WHERE n.id IS NOT NULL RETURN count(n) AS people"


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive whose graph holds one person."""
    with open_store(archive, None) as store:
        store.put_nodes([NodeRow(label="Person", id="p1", properties={"name": "Nora Tamsin"})])
    return archive


def kill_the_first(patch: pytest.MonkeyPatch, count: int) -> list[int]:
    """Let the next `count` processes be killed as soon as they begin; return the ids of all."""
    started: list[int] = []

    class Watched(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            started.append(self.pid)
            if len(started) <= count:
                self.kill()

    patch.setattr(subprocess, "Popen", Watched)
    return started


def test_another_is_started_and_finds_what_was_there(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, told = kill_the_first(monkeypatch, 2), list[str]()
    with open_store(filled, None, tell=told.append) as store:
        assert store.read(COUNT).rows[0][0] == 1
    assert (len(started), told) == (3, [])


def test_where_each_is_killed_it_is_said_and_the_graph_stays(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        kill_the_first(patch, 9)
        with pytest.raises(OnRecordError, match="killed while it started") as fault, \
             open_store(filled, None):  # fmt: skip
            pass
    assert "more memory" in fault.value.remedy
    with open_store(filled, None) as store:
        assert store.read(COUNT).rows[0][0] == 1
    assert [path.name for path in filled.root.glob("graph*")] == ["graph"]


def test_a_question_is_told_to_end_through_drivers_that_were_closed_meanwhile() -> None:
    class Gone:
        def session(self, **_: object) -> None:
            time.sleep(0.3)
            raise ServiceUnavailable("the engine is gone")

    class Closed:
        def session(self, **_: object) -> None:
            raise DriverError("Driver closed")

    drivers = SimpleNamespace(reader=Gone(), writer=Closed(), database="kg", alive=lambda: False)
    lost = SimpleNamespace(drivers=lambda: drivers, lost=lambda _: True, stop_engine=lambda: None)
    # What the thread raises that tells it to end would fail this test.
    with pytest.raises(QueryRefused, match="longer than"):
        ArcadeDB().ask(cast("Connection", lost), "RETURN 1", {}, limit=1, seconds=0.05)
