"""Figures of small graphs that can be counted by hand, and what is said of them."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.explore.views import Ref
from graph.network.joined import Joined, joined
from graph.network.meaning import hundredth, summary
from graph.network.measures import Bridge, Hinge, Network, network
from graph.network.told import as_text, told
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.wexcombe import CASE, COUNCIL, HOLLIN, INSPECTORATE, NORA, REPORT, RESIDENT, TRUST


def thing(name: str) -> Ref:
    return Ref(id=name, kind="organisation", name=name.upper())


def graph_of(*pairs: str, alone: int = 0) -> Joined:
    """Return a graph of things named by letters, each pair joined by one accepted link."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(set("".join(pairs))))
    for a, b in sorted(tuple(sorted(pair)) for pair in pairs):
        graph.add_edge(a, b, links=(a + b,), statements=(), accepted=True)
    things = {one: thing(one) for one in graph}
    return Joined(graph=graph, things=things, alone=alone, accepted_only=False, truncated=False)


def between(found: Network) -> dict[str, float]:
    return {place.thing.id: place.between for place in found.places}


TWO_TRIANGLES = ("ab", "bc", "ca", "cd", "de", "ef", "fd")


def test_who_stands_in_the_middle_stands_on_every_way() -> None:
    found = network(graph_of("am", "bm", "cm"))
    assert between(found) == {"m": 100.0, "a": 0.0, "b": 0.0, "c": 0.0}
    assert [(one.thing.id, one.joined, one.links) for one in found.places] == [
        ("m", 3, 3), ("a", 1, 1), ("b", 1, 1), ("c", 1, 1)
    ]  # fmt: skip


def test_of_more_links_than_are_read_the_first_by_their_ends_and_ids_count(
    story: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = joined(story)
    monkeypatch.setattr("graph.network.joined.MOST_LINKS", 1)
    cut = joined(story)
    assert (every.truncated, cut.truncated) == (False, True)
    assert list(cut.graph.edges) == [min(tuple(sorted(pair)) for pair in cut.graph.edges)]
    assert cut.graph.number_of_edges() == 1 < every.graph.number_of_edges()


def test_equal_ways_count_in_part() -> None:
    assert between(network(graph_of("ab", "bc", "cd", "da"))) == dict.fromkeys("abcd", 16.7)


def test_a_bridge_has_two_sides_and_a_hinge_holds_parts() -> None:
    found = network(graph_of(*TWO_TRIANGLES))
    assert found.bridges == (
        Bridge(
            a=thing("c"), b=thing("d"), sides=(3, 3), links=("cd",), statements=(), accepted=True
        ),
    )
    assert found.hinges == (Hinge(thing=thing("c"), parts=2), Hinge(thing=thing("d"), parts=2))
    assert (found.loose_ends, found.parts, found.starts) == (0, (6,), 6)


def test_a_join_that_holds_one_thing_is_counted_and_not_listed() -> None:
    found = network(graph_of("ab", "bc", "ca", "cd"))
    assert (found.bridges, found.loose_ends) == ((), 1)


def test_groups_are_the_same_in_each_run_and_named_by_who_is_joined_most() -> None:
    found = network(graph_of(*TWO_TRIANGLES))
    again = network(graph_of(*reversed(TWO_TRIANGLES)))
    assert found == again
    assert found.groups is not None
    groups = [[one.id for one in group.members] for group in found.groups]
    assert groups == [["c", "a", "b"], ["d", "e", "f"]]
    assert [(group.inside, group.outside) for group in found.groups] == [(3, 1), (3, 1)]


@settings(max_examples=100)
@given(st.sets(st.sampled_from([a + b for a in "abcdefgh" for b in "abcdefgh" if a < b])))
def test_what_is_said_to_fall_apart_falls_apart(pairs: set[str]) -> None:
    of = graph_of(*pairs)
    found = network(of)
    for bridge in found.bridges:
        rest = of.graph.copy()
        rest.remove_edge(bridge.a.id, bridge.b.id)
        sides = tuple(
            len(nx.node_connected_component(rest, end.id)) for end in (bridge.a, bridge.b)
        )
        assert bridge.sides == sides
    for hinge in found.hinges:
        rest = of.graph.copy()
        rest.remove_node(hinge.thing.id)
        more = nx.number_connected_components(rest) - nx.number_connected_components(of.graph)
        assert hinge.parts == more + 1
    listed = {(bridge.a.id, bridge.b.id) for bridge in found.bridges}
    assert len(listed) + found.loose_ends == len(list(nx.bridges(of.graph)))


def test_more_things_than_can_be_walked_from_are_sampled_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("graph.network.measures.STEPS", 0)
    letters = "abcdefghijklmnopqrstuvwxyz"
    ring = graph_of("az", *map("".join, pairwise(letters)))
    found = network(ring)
    assert (found.starts, found.things) == (20, 26)
    assert found == network(ring)
    assert (
        "Shortest ways were counted from 20 of 26 things, drawn by a fixed rule: the figures are "
        "estimates."
    ) in summary(found)


def test_too_many_things_are_not_grouped_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.network.measures.MOST_TO_GROUP", 2)
    found = network(graph_of("ab", "bc"))
    assert found.groups is None
    assert "Groups are not looked for among more than 5,000 things." in summary(found)


def test_nothing_is_measured_where_nothing_is_joined() -> None:
    found = network(graph_of(alone=3))
    assert (found.places, found.hinges, found.bridges, found.groups) == ((), (), (), ())
    assert summary(found)[0] == "0 of 3 things are joined to another, in 0 pairs."
    assert "Nothing is joined." in as_text(told(found, limit=5, version=""))


def test_a_figure_is_said_as_people_say_it() -> None:
    assert [hundredth(value) for value in (0, 0.1, 1.0, 56.6)] == [
        "none", "fewer than 1", "1", "57"
    ]  # fmt: skip


def pairs_of(of: Joined) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...], bool]]:
    return {
        (a, b): (known["links"], known["statements"], known["accepted"])
        for a, b, known in of.graph.edges(data=True)
    }


def test_links_and_statements_join_and_neither_cases_nor_mentions_nor_the_protected_do(
    story: Store,
) -> None:
    assert pairs_of(joined(story)) == {
        (COUNCIL[1], NORA[1]): (("ln-role",), (), False),
        (NORA[1], REPORT[1]): (("ln-nora",), ("st-accept",), False),
        (TRUST[1], REPORT[1]): (("ln-addressed", "ln-trust"), (), True),
        (INSPECTORATE[1], REPORT[1]): (("ln-published",), (), False),
        (HOLLIN[1], REPORT[1]): (("ln-inspected",), (), False),
    }
    ids = set(joined(story).things)
    assert not ids & {RESIDENT[1], CASE[1]}


def test_only_what_a_person_accepted_can_be_counted(story: Store) -> None:
    assert set(pairs_of(joined(story, accepted_only=True))) == {(TRUST[1], REPORT[1])}


def test_nothing_joins_through_a_protected_person(story: Store) -> None:
    hidden = NodeRow(label="Person", id="person-x", properties={"name": "x", "protected": True})
    story.put_nodes([hidden])
    properties: dict[str, object] = {"review": "accepted", "passages": []}
    story.put_edges([
        EdgeRow(type="HOLDS_ROLE", id="ln-x", source=("Person", "person-x"), target=COUNCIL,
                properties=properties)
    ])  # fmt: skip
    found = joined(story)
    story.delete_nodes("Person", ["person-x"])
    assert "person-x" not in found.things
    assert "person-x" not in found.graph
