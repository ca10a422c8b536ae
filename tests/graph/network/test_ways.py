"""Ways between two things: the shortest, and others beside it."""

import pytest

from graph.errors import OnRecordError
from graph.explore.paths import Ways, path, ways
from graph.explore.views import Scene
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.wexcombe import ARTICLE, COUNCIL, HOLLIN, INSPECTORATE, IVO, NORA, REPORT, TRUST


def steps(found: Ways) -> list[list[str]]:
    return [ids(way) for way in found.ways]


def ids(way: Scene) -> list[str]:
    return [node.id for node in way.nodes]


def test_what_shares_nothing_comes_first_then_what_does_by_length(story: Store) -> None:
    lines = ["ab", "bz", "ac", "cd", "dz", "bd", "az"]
    put(story, lines)
    found = ways(story, "organisation-a", "organisation-z")
    of_three = ways(story, "organisation-a", "organisation-z", most=3)
    take(story, lines)
    told = ["".join(id_[-1] for id_ in way) for way in steps(found)]
    assert told == ["az", "abz", "acdz", "abdz"]
    assert (found.apart, found.more) == (3, False)
    assert (steps(of_three), of_three.more) == (steps(found)[:3], True)


def test_nothing_longer_than_two_steps_more_than_the_shortest_is_told(story: Store) -> None:
    lines = ["az", "ab", "bc", "cd", "dz"]
    put(story, lines)
    found = ways(story, "organisation-a", "organisation-z")
    take(story, lines)
    assert (steps(found), found.apart, found.more) == (
        [["organisation-a", "organisation-z"]], 1, False
    )  # fmt: skip


def test_a_way_never_meets_a_case_and_a_document_only_where_asked(story: Store) -> None:
    assert ways(story, IVO[1], INSPECTORATE[1]) == Ways(ways=(), apart=0, more=False)
    found = ways(story, IVO[1], INSPECTORATE[1], documents=True)
    assert steps(found)[0] == [IVO[1], ARTICLE, INSPECTORATE[1]]
    assert not any("case-b" in way for way in steps(found))


def test_the_links_of_a_way_are_all_between_its_neighbours(story: Store) -> None:
    found = ways(story, COUNCIL[1], TRUST[1])
    assert steps(found) == [
        [COUNCIL[1], NORA[1], REPORT[1], TRUST[1]],
        [COUNCIL[1], NORA[1], "st-accept", REPORT[1], TRUST[1]],
    ]
    assert {edge.id for edge in found.ways[0].edges} == {
        "ln-role", "ln-nora", "ln-addressed", "ln-trust"
    }  # fmt: skip


def test_from_a_thing_to_itself_is_one_way_of_no_steps(story: Store) -> None:
    assert steps(ways(story, HOLLIN[1], HOLLIN[1])) == [[HOLLIN[1]]]


def test_a_rejected_statement_is_no_end_of_a_way_from_either_side(story: Store) -> None:
    put(story, ["ab"])
    story.put_nodes(
        [NodeRow(label="Statement", id="st-no", properties={"review": "rejected", "quote": "no"})]
    )
    story.put_edges(
        [
            EdgeRow(
                type="ABOUT",
                id="ln-no",
                source=("Statement", "st-no"),
                target=("Organisation", "organisation-a"),
                properties={},
            )
        ]
    )
    ends = ["st-no", "organisation-b"]
    there, back = ways(story, *ends), ways(story, *reversed(ends))
    take(story, ["ab"])
    story.delete_nodes("Statement", ["st-no"])
    assert there == back == Ways(ways=(), apart=0, more=False)


def test_of_a_search_that_found_nothing_in_time_no_path_is_claimed(
    story: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.explore.between.SECONDS", -1.0)
    assert ways(story, COUNCIL[1], TRUST[1]).stopped == "-1 seconds"
    with pytest.raises(OnRecordError, match="no path was found before the search stopped"):
        path(story, COUNCIL[1], TRUST[1])


def put(store: Store, lines: list[str]) -> None:
    """Add organisations named by single letters, each line an OVERSEES between two."""
    store.put_nodes(
        NodeRow(label="Organisation", id=f"organisation-{sign}", properties={"name": sign})
        for sign in sorted(set("".join(lines)))
    )
    store.put_edges(
        EdgeRow(
            type="OVERSEES", id=f"ln-{line}", source=("Organisation", f"organisation-{line[0]}"),
            target=("Organisation", f"organisation-{line[1]}"),
            properties={"review": "accepted", "passages": []},
        )
        for line in lines
    )  # fmt: skip


def take(store: Store, lines: list[str]) -> None:
    """Take them out again."""
    store.delete_nodes(
        "Organisation", [f"organisation-{sign}" for sign in sorted(set("".join(lines)))]
    )
