"""Every join is told with its reason, those that one id makes among them."""

from dataclasses import replace

import pytest

from graph.assembly import Assembly, put_together
from graph.judgements import Judgement, Log
from graph.model import Document, Entity, Join, Link, PartialDate, Record
from tests.graph import story
from tests.graph.story import FIRST, NORA, SECOND, document, entity, link, span

TRUST = "organisation-trust"
THE_TRUST = entity(TRUST, "organisation", "Wexcombe Trust")
WHERE = {FIRST: "Nora Tamsin", SECOND: "Cllr Tamsin"}
SAME = "Documents give one name, and a role in one body; "


def together(
    *both: Entity, first: tuple[Record, ...] = (), second: tuple[Record, ...] = (),
    joins: tuple[Join, ...] = (), said: tuple[Judgement, ...] = (),
) -> Assembly:  # fmt: skip
    """Return what two documents, of 2019 and of 2025, make that both give some entities."""
    sources = [
        (FIRST, (document(FIRST, published=PartialDate.parse("2019-05")), *both, *first)),
        (SECOND, (document(SECOND, published=PartialDate.parse("2025")), *both, *second)),
    ]
    return put_together(sources, joins, Log(judgements=said), text_of)


def text_of(document_: Document) -> str:
    return story.TEXTS[document_.id]


def lines(made: Assembly) -> list[tuple[str, str, str, str, str]]:
    return [(one.id, one.name, one.into, one.method, one.why) for one in made.joins]


def role(document_: str, words: str, body: str = TRUST) -> Link:
    return replace(link("HOLDS_ROLE", NORA, body, span(document_, WHERE[document_])), role=words)


@pytest.mark.parametrize(
    ("thing", "method", "why"),
    [
        (
            THE_TRUST, "organisation/name",
            "Documents give one name, and no other sign that they mean one",
        ),
        (
            entity("organisation.trust", "organisation", "Wexcombe Trust", "the Trust"),
            "organisation/gazetteer",
            "The gazetteer has these names for one: Wexcombe Trust; the Trust",
        ),
        (
            entity("report-a", "report", "Doors Left Open"),
            "report/publisher-and-title", "Documents give one title, and one publisher",
        ),
        (
            Entity(id="report-b", type="report", name="Report 12", reference="HC 12"),
            "report/reference", "Documents give one reference: HC 12",
        ),
    ],
)  # fmt: skip
def test_what_documents_give_one_id_is_told_with_what_the_id_says(
    thing: Entity, method: str, why: str
) -> None:
    assert lines(together(thing)) == [(thing.id, thing.name, thing.id, method, why)]


def test_namesakes_at_one_body_are_told_with_each_office_and_its_years() -> None:
    nora = entity(NORA, "person", "Nora Tamsin")
    made = together(
        nora, THE_TRUST,
        first=(role(FIRST, "trustee of Wexcombe Trust"),), second=(role(SECOND, "porter"),),
    )  # fmt: skip
    assert [line for line in lines(made) if line[0] == NORA] == [(
        NORA, "Nora Tamsin", NORA, "person/name-and-body",
        SAME + "told as trustee, Wexcombe Trust (2019); porter, Wexcombe Trust (2025)",
    )]  # fmt: skip


def test_a_role_that_was_rejected_is_no_ground() -> None:
    gone = replace(role(SECOND, "porter"), review="rejected")
    made = together(entity(NORA, "person", "Nora Tamsin"), THE_TRUST, second=(gone,))
    assert SAME + "no role of theirs stands any more" in [line[-1] for line in lines(made)]


def test_many_roles_are_told_in_part_which_is_said() -> None:
    held = tuple(
        replace(role(SECOND, f"office {number}"), id=f"ln-{number}") for number in range(7)
    )
    (line,) = (
        line for line in lines(together(entity(NORA, "person", "Nora"), THE_TRUST, second=held))
        if line[0] == NORA
    )  # fmt: skip
    assert line[-1].endswith("office 4, Wexcombe Trust (2025); and 2 more")


def test_two_ids_that_are_joined_and_given_twice_have_a_line_for_each_reason() -> None:
    other = entity("organisation-other", "organisation", "the Trust of Wexcombe")
    join = Join(id=other.id, into=TRUST, method="organisation/told", why="They were told of")
    found = [
        (line[0], line[2], line[3]) for line in lines(together(THE_TRUST, other, joins=(join,)))
    ]
    assert found == [
        (other.id, TRUST, "organisation/told"),
        (other.id, TRUST, "organisation/name"),
        (TRUST, TRUST, "organisation/name"),
    ]


def test_a_corrected_type_changes_no_reason() -> None:
    edit = Judgement(id="jd-1", at="2026", by="Mina", action="edit", on=TRUST, saw=(THE_TRUST,),
                     changes={"type": "place"})  # fmt: skip
    made = together(THE_TRUST, said=(edit,))
    assert [one.type for one in made.records if isinstance(one, Entity)] == ["place"]
    assert [one.method for one in made.joins] == ["organisation/name"]


def test_of_whom_a_person_protects_nothing_is_told() -> None:
    nora = entity(NORA, "person", "Nora Tamsin")
    protect = Judgement(id="jd-1", at="2026", by="Mina", action="protect", on=NORA, saw=(nora,))
    assert lines(together(nora, said=(protect,))) == []


def test_what_is_taken_out_together_stays_one_and_is_told_so() -> None:
    nora = entity(NORA, "person", "Nora Tamsin")
    third = "doc-third"
    sources = [(id_, (nora,)) for id_ in (FIRST, SECOND, third)]
    split = Judgement(id="jd-1", at="2026", by="Mina", action="split", on=NORA, saw=(nora,),
                      parts=(SECOND, third))  # fmt: skip
    made = put_together(sources, (), Log(judgements=(split,)), text_of)
    (one,) = made.joins
    assert (one.name, one.method, one.why) == (
        "Nora Tamsin", "person/split", "A person took them out of one thing together",
    )  # fmt: skip
    assert NORA not in {one.id, one.into}
