from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.schema import lawful
from ingest.names import Role
from ingest.reading import Extent
from ingest.relations import find_links, to_link
from ingest.relations.rules import rules
from tests.ingest.marked import ground_of, links, place, told

INSPECTORATE = "[O:i Harbour Inspectorate]"
NAME = "Four Harbour Inspectorate reports from 2018-2021"


@pytest.mark.parametrize(
    "words",
    [
        "[P Nora Tamsin] has publicly responded to these reports.",
        "The reports, which [P Nora Tamsin] responded to, were blunt.",
        "Responding to the reports, [P Nora Tamsin] said no.",
        "In her response to the reports, [P Nora Tamsin] wrote little.",
        "[P Nora Tamsin] said in response to the reports that doors were open.",
        "[P Nora Tamsin] accepted the findings.",
        "[P Nora Tamsin]’s reply to the reports was short.",
        "[P Nora Tamsin], the leader, has given her formal view of the reports.",
        "[P Nora Tamsin] has set out how she will respond to the reports.",
        "[P Nora Tamsin] said that she had accepted all 12 recommendations of the reports.",
        "[P Nora Tamsin] has published a full response to the reports.",
        "The reports’ findings were accepted by [P Nora Tamsin].",
        "Asked about the reports, [P Nora Tamsin] told us no.",
        "[P Nora Tamsin] has opened a new office in response to the reports.",
        "In a statement responding to the reports, the leader [P Nora Tamsin] said no.",
    ],
)
def test_a_response_to_a_collective_is_one_link_to_one_report(words: str) -> None:
    marked = f"Four {INSPECTORATE} reports from 2018-2021 came.\n{words}"
    assert told(marked, only="RESPONDED_TO") == {("RESPONDED_TO", "Nora Tamsin", NAME)}


def test_a_response_keeps_the_words_that_say_so() -> None:
    marked = (
        f"Four {INSPECTORATE} reports from 2018-2021 came. [P Nora Tamsin] replied to the reports."
    )
    ground = ground_of(marked)
    (draft,) = (draft for draft in links(marked) if draft.type == "RESPONDED_TO")
    link = to_link(draft, ground.reading)
    assert [span.quote for span in link.spans] == ["Nora Tamsin replied to the reports"]
    assert (link.inferred, link.confidence, link.method) == (False, "high", "rules/responded-to")


def test_being_asked_for_comment_is_an_inferred_response_to_the_authors_own_report() -> None:
    assert [
        (draft.rule, draft.inferred, draft.confidence)
        for draft in links(
            "A joint investigation by [O Wexcombe Post] read the minutes.\n"
            "When approached for comment, a [P:s spokesperson] for [O Wexcombe Council] said no."
        )
        if draft.type == "RESPONDED_TO"
    ] == [("approached-for-comment", True, "medium")]


def test_a_spokespersons_statement_beside_the_authors_own_report_answers_it() -> None:
    marked = (
        "A joint investigation by [O Wexcombe Post] read the minutes. We contacted "
        "[O Wexcombe Council] for comment.\nA [P spokeswoman] for [O Wexcombe Council] said: "
        "“We are sorry.”\n[O Marsh University] [P:o spokesman] said: “No.”"
    )
    found = links(marked, ("spokeswoman", "We are sorry."), ("spokesman", "No."))
    assert [(draft.rule, draft.confidence) for draft in found if draft.type == "RESPONDED_TO"] == [
        ("spokesperson-asked", "medium"),
        ("spokesperson-beside-own-report", "low"),
    ]


def test_what_somebody_else_reports_of_a_spokesperson_answers_no_report_of_the_authors() -> None:
    ground = ground_of(
        "A joint investigation by [O Wexcombe Post] read the minutes.\n[P Ivo Marsh] said a "
        "[P spokesman] for [O Dock Board] assured him: “All is well.”",
        ("spokesman", "All is well."),
    )
    reported = replace(ground, said=tuple(replace(said, reported=True) for said in ground.said))
    answers = [
        [draft for draft in find_links(each) if draft.type == "RESPONDED_TO"]
        for each in (ground, reported)
    ]
    assert [len(each) for each in answers] == [1, 0]


def test_what_its_own_publisher_says_of_a_report_answers_nothing() -> None:
    marked = (
        "The [O Tide]’s 2019 review came. [P Nora Tamsin] welcomed the review. [O Tide] welcomed "
        "the review. [P Ivo Marsh], the director of [O Tide], left. [P Ivo Marsh] welcomed the "
        "review."
    )
    assert told(marked, only="RESPONDED_TO") == {
        ("RESPONDED_TO", "Nora Tamsin", "Tide’s 2019 review")
    }


@pytest.mark.parametrize(
    ("signature", "author"), [("[P Nora Tamsin]", "Nora Tamsin"), ("For the board", "Dock Board")]
)
def test_a_letter_in_response_is_its_signatorys_else_its_letterheads(
    signature: str, author: str
) -> None:
    assert told(
        "[O Dock Board]\nDear inspectors,\nI write as its chair in response to your report of "
        f"3 May 2021. [P Ivo Marsh] agrees.\nYours sincerely,\n{signature}"
    ) == {("RESPONDED_TO", author, "report of 3 May 2021")}


def test_without_a_report_of_the_authors_comment_answers_nothing() -> None:
    marked = "When approached for comment, a [P spokesperson] for [O Wexcombe Council] said no."
    assert told(marked, only="RESPONDED_TO") == set()


@pytest.mark.parametrize(
    ("marked", "link"),
    [
        (
            "[O Wexcombe Council] published a critical review.",
            ("PUBLISHED", "Wexcombe Council", "critical review"),
        ),
        (
            "A critical review, published today by [O Tide].",
            ("PUBLISHED", "Tide", "critical review"),
        ),
        (
            "[P Nora Tamsin], whose 2019 review was long, spoke.",
            ("PUBLISHED", "Nora Tamsin", "2019 review"),
        ),
        (
            "[P Nora Tamsin], who led the 2019 review, spoke.",
            ("PUBLISHED", "Nora Tamsin", "2019 review"),
        ),
        ("The [O Tide] study was long.", ("PUBLISHED", "Tide", "Tide study")),
        (
            "The 2019 review was commissioned in May 2018 by [O Wexcombe Council].",
            ("COMMISSIONED", "Wexcombe Council", "2019 review"),
        ),
        (
            "[O Wexcombe Council] has launched a new scheme, [X Operation Heron].",
            ("COMMISSIONED", "Wexcombe Council", "Operation Heron"),
        ),
        (
            "The 2019 review was sent to [O Wexcombe Council].",
            ("ADDRESSED_TO", "2019 review", "Wexcombe Council"),
        ),
        (
            "The 2019 inspection of [O Wexcombe Council] was long.",
            ("INSPECTED", "2019 inspection of Wexcombe Council", "Wexcombe Council"),
        ),
        (
            "The 2019 review into [O Wexcombe Council] was long.",
            ("CONCERNS", "2019 review into Wexcombe Council", "Wexcombe Council"),
        ),
        (
            "The 2019 review describes nine potential victims.",
            ("CONCERNS", "2019 review", "nine potential victims"),
        ),
        (
            "[X Operation Heron], led by [O Coast Guard], has received 90 case referrals.",
            ("OVERSEES", "Coast Guard", "Operation Heron"),
        ),
        (
            "[X Operation Heron], led by [O Coast Guard], has received 90 case referrals.",
            ("CONCERNS", "Operation Heron", "90 case referrals"),
        ),
        (
            "[O Dock Board], part of [O Wexcombe Council], met.",
            ("PART_OF", "Dock Board", "Wexcombe Council"),
        ),
        (
            "Nine potential victims wrote. Two of the victims left.",
            ("PART_OF", "two of the victims", "nine potential victims"),
        ),
        (
            "Nine potential victims were assessed by former detective [P Ivo Marsh].",
            ("ASSESSED", "Ivo Marsh", "nine potential victims"),
        ),
        (
            "[P Ivo Marsh], a professor at [O Marsh University], spoke.",
            ("HOLDS_ROLE", "Ivo Marsh", "Marsh University"),
        ),
        (
            "[O Wexcombe Council] leader [P Nora Tamsin] spoke.",
            ("HOLDS_ROLE", "Nora Tamsin", "Wexcombe Council"),
        ),
        (
            "A [P spokesperson] for [O Wexcombe Council] spoke.",
            ("HOLDS_ROLE", "spokesperson", "Wexcombe Council"),
        ),
    ],
)
def test_the_words_of_each_family_make_its_link(marked: str, link: tuple[str, str, str]) -> None:
    assert link in told(marked)


def test_a_role_is_kept_in_the_documents_own_words() -> None:
    (draft,) = links("[P Ivo Marsh], the deputy director of [O Marsh University], spoke.")
    assert (draft.role, draft.rule) == ("deputy director", "role-of-body")


def test_a_role_found_beside_a_name_is_a_link_once() -> None:
    marked = "[P Ivo Marsh], a professor at [O Marsh University], spoke."
    ground = ground_of(marked)
    person, body = (entity.id for entity in ground.entities.values())
    role = Role(person=person, body=body, extent=place(ground.reading, "professor"))
    (draft,) = find_links(ground, (role,))
    assert (draft.role, draft.rule) == ("professor", "role-beside-a-name")
    assert [ground.reading.words(extent) for extent in draft.extents] == [
        "Ivo Marsh, a professor at Marsh University"
    ]


def test_somebody_protected_holds_no_role_that_would_tell_who_they_are() -> None:
    ground = ground_of("A [P survivor] of [O Marsh University] spoke.")
    survivor, body = ground.entities.values()
    entities = {survivor.id: replace(survivor, protected=True), body.id: body}
    assert find_links(replace(ground, entities=entities)) == ()
    assert [draft.rule for draft in find_links(ground)] == ["of-a-body"]


CASE_STUDY = "Responding to a case study about a girl who was moved, {} said no."


def test_a_named_person_and_a_case_are_joined_by_an_experts_assessment_alone() -> None:
    marked = CASE_STUDY.format("[P Dr Ivo Marsh]")
    assert told(marked) == {("ASSESSED", "Dr Ivo Marsh", "case study of a child")}
    assert told(CASE_STUDY.format("[P Nora Tamsin]")) == set()


def test_what_an_expert_says_of_a_case_shows_only_the_words_that_are_needed() -> None:
    marked = CASE_STUDY.format("[P Dr Ivo Marsh]")
    (draft,) = links(marked)
    reading = ground_of(marked).reading
    assert [reading.words(extent) for extent in draft.extents] == [
        "Responding to a case study",
        "Dr Ivo Marsh said",
    ]


def test_experts_with_a_description_between_them_both_assessed() -> None:
    assert told(
        "Nine potential victims were assessed by [P Dr Ivo Marsh], a former head of a school, "
        "and [P Nora Tamsin]."
    ) == {
        ("ASSESSED", "Dr Ivo Marsh", "nine potential victims"),
        ("ASSESSED", "Nora Tamsin", "nine potential victims"),
    }


def test_a_report_is_published_and_inspects_as_its_own_lines_say() -> None:
    title = "Dock Board: effectiveness inspection 2022"
    marked = (
        f"{title}\nPublished by the [O Coast Inspectorate] on 18 August 2022\n"
        "This report is about the [O Dock Board]. The [O Dock Board] replied."
    )
    ground = ground_of(marked, title=title)
    found = [
        (d.type, d.rule, d.date and d.date.value, d.inferred) for d in links(marked, title=title)
    ]
    assert ground.own is not None
    assert found == [
        ("PUBLISHED", "published-by-line", "2022-08-18", False),
        ("INSPECTED", "body-spoken-of-most", None, True),
    ]


def test_whoever_is_anonymous_assesses_no_case() -> None:
    marked = "Nine potential victims were assessed by a [P witness]."
    assert told(marked) == set()


def test_every_rule_names_a_link_and_both_ends() -> None:
    families = (
        "responses", "publications", "inspections", "oversight", "assessments", "roles",
    )  # fmt: skip
    names = [rule.name for family in families for rule in rules(family)]
    assert len(names) == len(set(names))


_WORDS = st.lists(
    st.sampled_from(
        [
            "[P Ann Roe]",
            "[O Tide]",
            "the report",
            "four reports from 2016-2025",
            "six victims",
            "case study",
            "three of the victims",
            "responded to",
            "by",
            ", which",
            ".",
            "“We have launched",
            "”",
            "inspection of",
            "our review",
            "assessed by",
            "[X Operation Heron]",
            "\n",
            "and",
            "for comment",
            "a [P spokesperson] for",
            "’s",
            "(",
            ")",
            "\ue000",
        ]
    ),
    max_size=30,
)


@given(_WORDS)
def test_any_text_gives_lawful_links_on_words_within_it(words: list[str]) -> None:
    ground, found = ground_of(" ".join(words)), links(" ".join(words))
    for draft in found:
        source, target = ground.entities[draft.source], ground.entities[draft.target]
        assert lawful(source.type, draft.type, target.type)
        assert to_link(draft, ground.reading).spans
        assert all(Extent(0, 0) < extent for extent in draft.extents)
