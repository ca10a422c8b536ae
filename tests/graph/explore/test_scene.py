import pytest

from graph.archive import Archive
from graph.errors import NotFound, UsageError
from graph.explore.scene import edge_evidence, neighbour_counts, neighbours, path, scene
from graph.explore.views import NeighbourCount, Scene, SceneEdge, SceneNode
from graph.stores.store import EdgeRow, Store
from tests.wexcombe import (
    ACCEPT,
    ARTICLE,
    CASE,
    COUNCIL,
    INSPECTORATE,
    IVO,
    LETTER,
    NORA,
    REPORT,
    RESIDENT,
    TOLD,
    TRUST,
    passage,
)

NORA_NODE = SceneNode(
    id=NORA[1],
    kind="person",
    label="Nora Tamsin",
    degree={"HOLDS_ROLE": 1, "MADE_BY": 2, "MENTIONS": 1, "RESPONDED_TO": 1},
)


def ids(drawn: Scene) -> list[str]:
    return [node.id for node in drawn.nodes]


def joined(drawn: Scene) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.type, edge.target) for edge in drawn.edges}


def test_a_scene_is_its_seed_with_neighbours_in_turns_of_each_type_of_link(story: Store) -> None:
    drawn = scene(story, (NORA[1],))
    assert drawn.nodes[0] == NORA_NODE
    assert ids(drawn) == [NORA[1], COUNCIL[1], "st-accept", ARTICLE, REPORT[1], "st-warning"]
    assert (drawn.hidden, drawn.limit, drawn.truncated) == (0, 500, False)
    assert joined(drawn) == {
        (NORA[1], "HOLDS_ROLE", COUNCIL[1]),
        (NORA[1], "RESPONDED_TO", REPORT[1]),
        ("st-accept", "MADE_BY", NORA[1]),
        ("st-warning", "MADE_BY", NORA[1]),
        ("st-accept", "ABOUT", REPORT[1]),
        ("st-accept", "STATED_IN", ARTICLE),
        ("st-warning", "STATED_IN", ARTICLE),
        (ARTICLE, "MENTIONS", NORA[1]),
        (ARTICLE, "MENTIONS", REPORT[1]),
    }


def test_a_link_in_a_scene_knows_its_standing_and_on_how_many_passages_it_rests(
    story: Store,
) -> None:
    drawn = scene(story, (TRUST[1],), types=("RESPONDED_TO",))
    assert drawn.edges == (
        SceneEdge(
            id="ln-trust",
            type="RESPONDED_TO",
            family="answers",
            source=TRUST[1],
            target=REPORT[1],
            spans=1,
            review="accepted",
            inferred=False,
        ),
    )
    assert (ids(drawn), drawn.hidden, drawn.truncated) == ([TRUST[1], REPORT[1]], 3, False)


def test_a_cut_scene_counts_what_is_hidden(story: Store) -> None:
    drawn = scene(story, (NORA[1],), limit=3)
    assert ids(drawn) == [NORA[1], COUNCIL[1], "st-accept"]
    assert drawn.nodes[0] == NORA_NODE
    assert (drawn.hidden, drawn.limit, drawn.truncated) == (3, 3, True)


def test_several_seeds_come_first_in_the_order_asked_and_each_once(story: Store) -> None:
    drawn = scene(story, (REPORT[1], NORA[1], REPORT[1]), limit=2)
    assert ids(drawn) == [REPORT[1], NORA[1]]
    assert joined(drawn) == {(NORA[1], "RESPONDED_TO", REPORT[1])}


def test_a_scene_of_nothing_is_empty(story: Store) -> None:
    assert scene(story, ()) == Scene(nodes=(), edges=(), hidden=0, limit=500, truncated=False)


def test_a_nested_statement_stands_in_a_scene_with_its_outer_speaker(story: Store) -> None:
    nested = scene(story, ("st-locked",)).nodes[0]
    assert (nested.outer, nested.outer_speakers) == ("st-told", ("a former resident",))


def test_no_passage_and_nothing_rejected_is_shown_as_a_thing(story: Store) -> None:
    drawn = scene(story, (ARTICLE, LETTER))
    assert {node.kind for node in drawn.nodes} == {
        "document", "statement", "person", "organisation", "report", "case",
    }  # fmt: skip
    assert "st-wrong" not in ids(drawn)
    assert "ln-wrong" not in {edge.id for edge in drawn.edges}


def test_a_person_and_a_case_are_joined_by_an_assessment_alone(story: Store) -> None:
    common = {"id": "ln-unlawful", "passages": [], "review": "accepted"}
    story.put_edges(
        [EdgeRow(type="CONCERNS", id="ln-unlawful", source=CASE, target=NORA, properties=common)]
    )
    of_both, of_nora = scene(story, (CASE[1], NORA[1])), scene(story, (NORA[1],))
    story.delete_edges("CONCERNS", ["ln-unlawful"])
    assert (CASE[1], "CONCERNS", NORA[1]) not in joined(of_both)
    assert "CONCERNS" not in of_both.nodes[0].degree
    assert CASE[1] not in ids(of_nora)
    assert (IVO[1], "ASSESSED", CASE[1]) in joined(of_both)


@pytest.mark.parametrize("limit", [0, 1501])
def test_a_limit_out_of_bounds_is_refused(story: Store, limit: int) -> None:
    with pytest.raises(UsageError, match="from 1 to 1500"):
        scene(story, (NORA[1],), limit=limit)


def test_an_unknown_seed_type_or_kind_is_named(story: Store) -> None:
    with pytest.raises(NotFound, match="person-nobody"):
        scene(story, ("person-nobody",))
    with pytest.raises(UsageError, match="LIKES"):
        scene(story, (NORA[1],), types=("LIKES",))
    with pytest.raises(UsageError, match="cake"):
        neighbours(story, NORA[1], kinds=("cake",))


def test_neighbours_are_counted_by_type_and_kind_before_they_are_added(story: Store) -> None:
    assert neighbour_counts(story, NORA[1]) == (
        NeighbourCount(type="HOLDS_ROLE", kind="organisation", count=1),
        NeighbourCount(type="MADE_BY", kind="statement", count=2),
        NeighbourCount(type="MENTIONS", kind="document", count=1),
        NeighbourCount(type="RESPONDED_TO", kind="report", count=1),
    )


def test_neighbours_of_one_kind_are_added_and_the_rest_of_them_counted(story: Store) -> None:
    drawn = neighbours(story, NORA[1], kinds=("statement",), limit=2)
    assert (ids(drawn), drawn.hidden, drawn.truncated) == ([NORA[1], "st-accept"], 1, True)
    typed = neighbours(story, NORA[1], types=("RESPONDED_TO",))
    assert (ids(typed), typed.hidden, typed.truncated) == ([NORA[1], REPORT[1]], 0, False)


def test_a_path_is_told_by_its_links(story: Store) -> None:
    drawn = path(story, NORA[1], TRUST[1])
    assert ids(drawn) == [NORA[1], REPORT[1], TRUST[1]]
    assert joined(drawn) == {
        (NORA[1], "RESPONDED_TO", REPORT[1]),
        (TRUST[1], "RESPONDED_TO", REPORT[1]),
        (REPORT[1], "ADDRESSED_TO", TRUST[1]),
    }


def test_no_path_runs_through_a_case_and_none_through_a_document_unless_asked(
    story: Store,
) -> None:
    assert path(story, IVO[1], INSPECTORATE[1]).nodes == ()
    through = path(story, IVO[1], INSPECTORATE[1], documents=True)
    assert ids(through) == [IVO[1], ARTICLE, INSPECTORATE[1]]


@pytest.mark.parametrize("hidden", [CASE[1], RESIDENT[1]])
def test_no_path_is_drawn_to_a_case_or_a_protected_person(story: Store, hidden: str) -> None:
    for ends in ((IVO[1], hidden), (hidden, IVO[1])):
        with pytest.raises(UsageError, match="no path is drawn"):
            path(story, *ends)


def test_a_path_from_a_thing_to_itself_is_the_thing(story: Store) -> None:
    drawn = path(story, NORA[1], NORA[1])
    assert (drawn.nodes, drawn.edges) == ((NORA_NODE,), ())


def test_the_evidence_of_a_link_is_its_words_in_their_surroundings(
    story: Store, archive: Archive
) -> None:
    link = edge_evidence(story, archive, "ln-role")
    assert (link.source.name, link.type, link.role, link.target.name) == (
        "Nora Tamsin", "HOLDS_ROLE", "leader", "Wexcombe Council",
    )  # fmt: skip
    words = link.passages[0]
    assert (words.before, words.quote, words.after) == (
        "Councillor Nora Tamsin, ",
        "the leader of the council",
        f", said: “{ACCEPT}” She denied that a warning had been missed.",
    )
    assert (words.paragraph, words.page, words.document.id) == (3, 1, ARTICLE)


def test_the_evidence_of_who_holds_a_statement_begins_with_its_words(
    story: Store, archive: Archive
) -> None:
    made = edge_evidence(story, archive, "made-st-told")
    assert [one.quote for one in made.passages] == [TOLD, "A former resident"]
    stated = edge_evidence(story, archive, "stated-st-told")
    assert (stated.source.id, stated.target.id) == ("st-told", ARTICLE)
    assert [one.id for one in stated.passages] == [passage(ARTICLE, TOLD)]
    assert stated.passages[0].page == 2


def test_a_link_that_does_not_exist_is_named(story: Store, archive: Archive) -> None:
    for id_ in ("ln-none", f"part-{passage(ARTICLE, TOLD)}"):
        with pytest.raises(NotFound, match="no such link"):
            edge_evidence(story, archive, id_)
