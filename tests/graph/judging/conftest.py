"""Whoever judges the invented story, in tests of several files."""

from datetime import UTC, datetime

import pytest

from graph.archive import Archive
from graph.judging import Judging
from tests.graph import story
from tests.graph.story import resolve


@pytest.fixture
def judging(archive: Archive) -> Judging:
    return Judging(
        archive=story.tell(archive), resolve=resolve, by="Mina Arkwright",
        now=lambda: datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    )  # fmt: skip
