import pytest

from ingest.readers import Unreadable
from ingest.readers.zipped import Budget, opened
from tests.ingest.printed import packed


def test_containers_in_one_another_share_one_budget() -> None:
    budget = Budget(size=1_000_000, members=9)
    data = packed({"a.txt": b"a" * 600_000})
    with opened(data, budget):
        assert budget == Budget(size=400_000, members=8)
    with pytest.raises(Unreadable, match="more than is unpacked of one container"):
        opened(data, budget)
    with pytest.raises(Unreadable, match="the limit is 10000"):
        opened(packed({f"{number}": b"" for number in range(9)}), budget)
