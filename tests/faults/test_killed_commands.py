"""Ten of the moments of `python -m tests.faults`: nothing is lost, doubled or half done."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.damage import WAYS
from tests.faults.moments import KINDS, Moment
from tests.faults.rebuilding import damaged
from tests.faults.world import World, world

#: One of each kind, and a second of those that are killed most often.
MOMENTS = (*range(5), 7, 8, 9, 12, 14)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield world(tmp_path_factory.mktemp("world"), documents=4)


@pytest.mark.parametrize("number", MOMENTS, ids=lambda n: f"{n}-{KINDS[n % len(KINDS)].__name__}")
def test_what_was_acknowledged_outlives_a_kill(made: World, tmp_path: Path, number: int) -> None:
    chance = random.Random(f"7/{number}")
    place = tmp_path / "moment"
    KINDS[number % len(KINDS)](Moment(number=number, chance=chance, place=place, world=made))


@pytest.mark.parametrize("way", WAYS[::3], ids=lambda way: way.__name__)
def test_a_damaged_graph_is_noticed_and_built_anew(
    made: World, tmp_path: Path, way: Callable[[Path], None]
) -> None:
    damaged(made, way, tmp_path / "damaged", sealed=True)
