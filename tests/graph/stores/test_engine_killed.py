"""An engine that is killed while it starts: nothing is lost, and its folder is not blamed."""

import subprocess
from typing import Any

import pytest

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.stores.open import open_store
from graph.stores.store import NodeRow

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
