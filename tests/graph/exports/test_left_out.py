"""What never leaves the machine, and that each export says so."""

from datetime import date

from graph.archive import Archive
from graph.exports.export import SOMEBODY, Export, exported
from graph.exports.forms import FORMS
from graph.network.subgraph import Left, around, of_answer, of_path, of_things, whole
from graph.questions import find_question, run_question
from graph.stores.store import EdgeRow, NodeRow, Store, Table
from tests.wexcombe import ARTICLE, CASE, COUNCIL, LETTER, NORA, PLACE, REPORT, RESIDENT, TRUST

DAY = date(2026, 3, 4)


def ids(made: Export) -> set[str]:
    return {str(fields["id"]) for fields in made.things}


def test_a_protected_person_stays_out_with_every_link_and_is_counted(
    story: Store, archive: Archive
) -> None:
    made = exported(story, archive, whole(story), as_of=DAY)
    assert RESIDENT[1] not in ids(made)
    assert RESIDENT[1] not in {link[end] for link in made.links for end in ("source", "target")}
    assert made.about.left == (
        Left(why="rejected by a person", things=1, links=3),
        Left(why="people who must not be identified, and links to them", things=1, links=2),
    )


def test_the_words_of_a_protected_person_stay_and_say_only_that_one_said_them(
    story: Store, archive: Archive
) -> None:
    made = exported(story, archive, whole(story), as_of=DAY)
    rows = {fields["id"]: fields for fields in made.things}
    assert rows["st-told"]["speakers"] == (SOMEBODY,)
    assert rows["st-locked"]["outer_speakers"] == (SOMEBODY,)
    assert rows["st-accept"]["speakers"] == ("Nora Tamsin",)
    assert "speakers" not in rows["st-nobody"]
    for form in FORMS.values():
        if form.name != "csv":
            assert b"a former resident" not in form.write(made)


def test_what_a_case_concerns_stays_out_and_who_assessed_it_stays(
    story: Store, archive: Archive
) -> None:
    common: dict[str, object] = {"passages": [], "review": "accepted"}
    unlawful = [
        EdgeRow(type="CONCERNS", id=f"ln-{end[1]}", source=CASE, target=end, properties=common)
        for end in (COUNCIL, PLACE, NORA)
    ]
    story.put_edges(unlawful)
    made = exported(story, archive, whole(story), as_of=DAY)
    story.delete_edges("CONCERNS", [row.id for row in unlawful])
    assert made.about.left[1:] == (
        Left(why="between a person and a case, where no assessment joins them", things=0, links=1),
        Left(why="people who must not be identified, and links to them", things=1, links=2),
        Left(why="what a case concerns, which could single out whom it is about", things=0,
             links=2),
    )  # fmt: skip
    of_case = {
        str(link["id"]) for link in made.links if CASE[1] in (link["source"], link["target"])
    }
    assert of_case == {"ln-ivo", "ln-case", "ln-about-plan", f"mention-{ARTICLE}-{CASE[1]}"}


def test_an_export_says_of_what_it_is_and_how_much_is_not_in_it(
    story: Store, archive: Archive
) -> None:
    part = around(story, [NORA[1]])
    told = dict(exported(story, archive, part, as_of=DAY, filters="accepted only").about.lines())
    assert told == {
        "what": "An export of On Record. It may not be the whole graph.",
        "archive": "Wexcombe",
        "archive_id": archive.id,
        "as_of": "2026-03-04",
        "graph_version": "",
        "holds": "Nora Tamsin, with what is linked to it in up to 1 step",
        "filters": "accepted only",
        "things": "6",
        "links": "9",
        "further_links": "15 links to things that are not in it",
        "limit": "100,000 things",
        "left_out": "nothing is known to be left out",
        "standing": told["standing"],
    }


def test_a_limit_cuts_and_says_so(story: Store, archive: Archive) -> None:
    made = exported(story, archive, whole(story, limit=3), as_of=DAY)
    assert len(made.things) == 3
    assert dict(made.about.lines())["limit"] == "3 things, and it cut this export"


def test_an_answer_names_things_by_id_by_name_and_by_passage(story: Store) -> None:
    twins = [
        NodeRow(label="Person", id=f"person-twin-{n}", properties={"name": "Jo Reed"}) for n in "ab"
    ]
    story.put_nodes(twins)
    rows: tuple[tuple[object, ...], ...] = (
        ("Nora Tamsin", 3, [f"{ARTICLE}#char=0,6", "st-accept"]),
        (None, "Jo Reed", "person-nobody"),
    )
    part = of_answer(story, Table(columns=("a", "b", "c"), rows=rows), title="Who?")
    story.delete_nodes("Person", [row.id for row in twins])
    assert list(part.graph) == [NORA[1], ARTICLE, "st-accept"]
    assert {link.id for link in part.links()} == {
        "made-st-accept", "stated-st-accept", f"mention-{ARTICLE}-{NORA[1]}"
    }  # fmt: skip
    assert part.begun == "the things that the question “Who?” names"
    assert part.left == (
        Left(why="names in the answer that several things bear", things=1, links=0),
    )


def test_a_question_is_answered_as_a_part_of_the_graph(story: Store) -> None:
    question = find_question("responses/who_responded")
    part = of_answer(story, run_question(story, question, {}), title=question.title)
    assert set(part.graph) == {NORA[1], TRUST[1], REPORT[1], ARTICLE, LETTER}


def test_the_things_of_a_path_come_in_its_order(story: Store) -> None:
    part = of_path(story, NORA[1], TRUST[1])
    assert list(part.graph) == [NORA[1], REPORT[1], TRUST[1]]
    assert part.further(NORA[1]) == 4


def test_nothing_is_reached_through_a_case(story: Store) -> None:
    case, bodies = ("Case", "case-x"), [("Organisation", f"organisation-{sign}") for sign in "ab"]
    ends = [case, *bodies]
    story.put_nodes(NodeRow(label=label, id=id_, properties={"name": id_}) for label, id_ in ends)
    common: dict[str, object] = {"passages": [], "review": "accepted"}
    story.put_edges(
        EdgeRow(type="ASSESSED", id=f"ln-{body[1]}", source=body, target=case, properties=common)
        for body in bodies
    )
    reached = [set(around(story, [one], radius=2).graph) for _, one in ends]
    for label, id_ in ends:
        story.delete_nodes(label, [id_])
    assert reached == [
        {id_ for _, id_ in ends}, {case[1], "organisation-a"}, {case[1], "organisation-b"}
    ]  # fmt: skip


def test_degrees_count_every_link_shown_or_not(story: Store) -> None:
    part = of_things(story, [NORA[1]], begun="one thing")
    assert part.degrees == {
        NORA[1]: {"HOLDS_ROLE": 1, "MADE_BY": 2, "MENTIONS": 1, "RESPONDED_TO": 1}
    }
    assert part.further(NORA[1]) == 5


def test_degrees_are_the_same_whether_counted_from_every_link_or_asked_for(story: Store) -> None:
    every = whole(story)
    asked = of_things(story, list(every.graph), begun="each by its id")
    assert every.degrees == asked.degrees
    assert {link.id for link in every.links()} == {link.id for link in asked.links()}
