"""A scene as sentences, and scenes joined."""

from graph.explore.views import Scene, SceneEdge, SceneNode
from graph.schema import EDGES
from web.look import Look
from web.scene_facts import facts, merged, sides, standing, verb, way_words

LOOK = Look.read()


def _node(id_: str, kind: str = "person", **more: object) -> SceneNode:
    return SceneNode(id=id_, kind=kind, label=f"Thing {id_}", degree={"ABOUT": 2}, **more)  # type: ignore[arg-type]


def _edge(id_: str, source: str, target: str) -> SceneEdge:
    return SceneEdge(
        id=id_, type="ABOUT", family="speech", source=source, target=target, spans=1,
        review="proposed", inferred=False,
    )  # fmt: skip


def _scene(nodes: list[SceneNode], edges: list[SceneEdge], hidden: int = 0) -> Scene:
    return Scene(
        nodes=tuple(nodes), edges=tuple(edges), hidden=hidden, limit=500, truncated=hidden > 0
    )


def test_every_link_between_things_can_be_read_aloud() -> None:
    # A judgement is no thing of a scene.
    for edge in (edge for edge in EDGES if edge.name not in {"ON", "BETWEEN"}):
        assert verb(edge.name, "", LOOK)
        assert sorted(sides(edge.name, "a", "b")) == ["a", "b"]


def test_the_holder_of_words_is_read_before_them() -> None:
    assert sides("MADE_BY", "words", "holder") == ("holder", "words")
    assert verb("MADE_BY", "denied it:", LOOK) == "denied it:"
    assert verb("ABOUT", "denied it:", LOOK) == "is about"


def test_what_no_one_has_vouched_for_is_dashed_before_it_is_dotted() -> None:
    found = [standing(review, inferred=inferred) for review in ("proposed", "accepted", None)
             for inferred in (True, False)]  # fmt: skip
    assert found == ["proposed", "proposed", "inferred", "accepted", "proposed", "proposed"]


def test_a_way_to_neighbours_is_told_from_the_thing() -> None:
    assert way_words("MENTIONS", "document", LOOK) == "is mentioned in"
    assert way_words("PART_OF", "organisation", LOOK) == "is part of / contains"
    assert way_words("STATED_IN", "document", LOOK) == "is stated in"


def test_scenes_join_without_doubling_anything() -> None:
    first = _scene([_node("a"), _node("b")], [_edge("1", "a", "b")])
    more = _scene([_node("b"), _node("c")], [_edge("1", "a", "b"), _edge("2", "b", "c")])
    joined = merged(first, more, ("a",))
    assert [node.id for node in joined.nodes] == ["a", "b", "c"]
    assert [edge.id for edge in joined.edges] == ["1", "2"]
    assert merged(joined, more, ("a",)) == joined


def test_an_added_neighbour_of_a_seed_is_no_longer_counted_as_left_out() -> None:
    first = _scene([_node("a"), _node("b")], [_edge("1", "a", "b")], hidden=3)
    near = _scene([_node("a"), _node("c")], [_edge("2", "a", "c")])
    far = _scene([_node("b"), _node("d")], [_edge("3", "b", "d")])
    assert merged(first, near, ("a",)).hidden == 2
    assert merged(first, far, ("a",)).hidden == 3


def test_links_that_lead_out_of_the_scene_are_counted() -> None:
    scene = _scene([_node("a"), _node("b")], [_edge("1", "a", "b")])
    assert facts(scene, ("a",), LOOK).further == 2


def test_a_long_quotation_is_cut_at_its_end_on_the_canvas_alone() -> None:
    words = "We will publish a full reply before the end of the year"
    node = SceneNode(id="s", kind="statement", label=words, degree={}, review="proposed")
    thing = facts(_scene([node], []), ("s",), LOOK).nodes[0]
    assert thing.name == f"“{words}”"
    assert thing.short == "“We will publish a\nfull reply\xa0…”"
