import pytest

from tests.sharing import LONG, SERVER, group, turn


@pytest.mark.parametrize(
    "nodeid", ["tests/cypher/test_one.py::test_two[neo4j-three]", "tests/test_neo4j.py::test_one"]
)
def test_whatever_needs_the_server_is_one_group_and_begins_first(nodeid: str) -> None:
    assert (group(nodeid), turn(nodeid)) == (SERVER, 0)


def test_all_others_stay_with_their_file() -> None:
    assert group("tests/web/test_one.py::test_two[a::b]") == "tests/web/test_one.py"


def test_what_takes_long_begins_before_the_rest() -> None:
    turns = [turn(f"{long}/test_one.py::test_two") for long in LONG]
    assert turns == sorted(turns)
    assert turn("tests/web/test_one.py::test_two") > turns[-1]
