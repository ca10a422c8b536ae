from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import entity_id
from graph.model import Entity, PartialDate
from graph.records import encode_lines
from ingest.extract import read as find_records
from ingest.gazetteer import shipped
from ingest.reports import find_reports
from tests.ingest.marked import read


def reports(marked: str, *, title: str | None = None) -> dict[str, list[str]]:
    """Return the names of the reports with the words that speak of each."""
    reading, names = read(marked, title=title)
    found = find_reports(reading, names.mentions)
    return {
        entity.name: [reading.words(n.extent) for n in found.mentions if n.key == entity.id]
        for entity in found.entities
    }


def test_a_collective_is_one_report_and_later_words_are_tied_back_to_it() -> None:
    assert reports(
        "Four [O Harbour Inspectorate] reports from 2018-2021 tell of missed calls.\n"
        "The reports were sent to the council. These highly critical reports changed little."
    ) == {
        "Four Harbour Inspectorate reports from 2018-2021": [
            "reports from 2018-2021",
            "reports",
            "highly critical reports",
        ]
    }


def test_reports_of_another_year_or_another_body_are_others() -> None:
    assert reports(
        "The [O:i Harbour Inspectorate]’s 2019 report was short. The 2022 report was long. "
        "The [O:c Wexcombe Council]’s report was late."
    ) == {
        "Harbour Inspectorate’s 2019 report": ["2019 report"],
        "2022 report": ["2022 report"],
        "Wexcombe Council’s report": ["report"],
    }


def test_a_report_keeps_its_title_and_an_id_that_rests_on_title_and_publisher() -> None:
    reading, names = read("[O Harbour Inspectorate] published a report called “Doors Left Open”.")
    found = find_reports(reading, names.mentions)
    assert found.entities == (
        Entity(
            id=entity_id("report", "doors left open", names.entities[0].id),
            type="report",
            name="Doors Left Open",
        ),
    )
    assert [(reading.words(n.extent), n.level) for n in found.mentions] == [
        ("report", "nominal"),
        ("Doors Left Open", "name"),
    ]


def test_a_title_before_the_comma_names_the_report_behind_it() -> None:
    assert reports(
        "She read Doors Left Open, the [O Harbour Inspectorate] report of 3 May 2021."
    ) == {"Doors Left Open": ["Doors Left Open", "report of 3 May 2021"]}


def test_what_somebody_else_published_or_wrote_is_another_report() -> None:
    assert reports(
        "The [P Ann Roe] audit was short. [O Dock Board] published its report in May. "
        "The report from Deltaco was lost."
    ) == {
        "Ann Roe audit": ["audit"],
        "report": ["report"],
    }


@pytest.mark.parametrize(
    "words",
    [
        "At Marsh Hall, the [O Dock Board]’s report, a long one, was read.",
        "On Good Friday, the [O Dock Board]’s report on doors came out.",
        "At Marsh Hall, the [O Dock Board] report said no.",
    ],
)
def test_a_place_or_a_day_before_a_comma_is_no_title(words: str) -> None:
    assert set(reports(words)) <= {"Dock Board’s report", "Dock Board report"}


def test_an_inspection_may_be_called_a_report_but_a_study_beside_it_is_another() -> None:
    assert reports(
        "A critical inspection of [O Wexcombe Council] came out. The report names no one. "
        "[O:u Marsh University] made a study of the same year."
    ) == {
        "critical inspection of Wexcombe Council": ["critical inspection", "report"],
        "study": ["study"],
    }


def test_the_authors_own_investigation_is_their_dossier_too() -> None:
    reading, names = read(
        "In a joint investigation by [O Wexcombe Post] and [O Tide] we read minutes.\n"
        "Responding to our dossier of evidence, she said no."
    )
    found = find_reports(reading, names.mentions)
    assert [entity.id for entity in found.entities] == [found.own]
    assert [reading.words(n.extent) for n in found.mentions] == [
        "joint investigation",
        "dossier of evidence",
    ]


def test_rumours_verbs_and_case_studies_are_no_reports() -> None:
    assert (
        reports(
            "The council had no reports of harm and took a report of a theft. Inspectors report "
            "that doors were shut. [O Wexcombe Council] reports that all is well. Each case study "
            "is short. We heard reports from the harbour. Police reports were lost."
        )
        == {}
    )


def test_findings_are_those_of_the_report_before_them() -> None:
    assert reports(
        "The [O Harbour Inspectorate]’s review was published. Its findings were accepted."
    ) == {"Harbour Inspectorate’s review": ["review", "findings"]}


def test_a_document_whose_title_says_so_is_itself_the_report() -> None:
    title = "An inspection of Wexcombe Council"
    reading, names = read(f"{title}\nThis report sets out what we saw.", title=title)
    found = find_reports(reading, names.mentions)
    assert [(entity.name, entity.id == found.own) for entity in found.entities] == [(title, True)]
    assert [reading.words(n.extent) for n in found.mentions] == [title, "report"]


def test_a_title_with_a_year_is_a_report_where_the_text_says_this_report() -> None:
    title = "Dock Board: effectiveness inspection 2022"
    assert list(reports(f"{title}\nThis report was late.", title=title)) == [title]
    assert list(reports(f"{title}\nNobody came.", title=title)) == []


def test_the_latest_report_is_not_the_one_of_a_year_already_spoken_of() -> None:
    assert reports(
        "She read the 2022 report. The latest report was shorter. The 2022 inspection was long."
    ) == {"2022 report": ["2022 report", "2022 inspection"], "latest report": ["latest report"]}


def test_an_article_about_a_report_is_not_one() -> None:
    assert reports("Nothing else.", title="Council responds to report on Hollin House") == {}


def test_a_coroners_form_is_the_report_with_its_number() -> None:
    reading, _ = read("Ref: 2023-0417\nCoroner name: Ann Roe\nThis report is sent to you.")
    (entity,) = find_reports(reading, ()).entities
    assert (entity.name, entity.reference) == (
        "Prevention of future deaths report 2023-0417",
        "2023-0417",
    )


def test_the_name_of_somebody_hidden_is_in_no_reports_name() -> None:
    reading, names = read("A review by [P:x Ann Roe] was late. [P:x Ann Roe]’s report was short.")
    hidden = {entity.id for entity in names.entities}
    found = find_reports(reading, names.mentions, hidden=hidden)
    assert [entity.name for entity in found.entities] == ["review"]


def test_a_title_that_holds_a_hidden_name_is_not_used() -> None:
    title = "Review of the care of Ann Roe"
    marked = "[P:x Ann Roe] died. This review is hard. A report called “Care of [P:x Ann Roe]”."
    reading, names = read(marked, title=title)
    hidden = {entity.id for entity in names.entities}
    found = find_reports(reading, names.mentions, hidden=hidden)
    assert [entity.name for entity in found.entities] == ["report", "report"]


def test_a_protected_name_that_a_report_is_called_by_is_in_no_record() -> None:
    reading, _ = read(
        "The survivor Ann Roe, who was raped, spoke on Monday.\n"
        "The Ann Roe review was published by Kent Police. Kent Police replied to the Roe report."
    )
    records = find_records(reading, shipped())
    reports = [record for record in records if isinstance(record, Entity)]
    assert sorted(e.name for e in reports if e.type == "report") == ["Kent Police’s review"]
    assert b"Roe" not in encode_lines(records)


@given(st.text(alphabet=st.sampled_from("aA1 .,’'“”()[]\n-\ue000\ue001éreport"), max_size=200))
def test_any_text_is_read_and_every_mention_lies_within_it(text: str) -> None:
    reading, names = read(f"The report {text} reports from 2016-2025 {text} our review")
    for named in find_reports(reading, names.mentions).mentions:
        assert 0 <= named.extent.start < named.extent.end <= len(reading.text)
        assert reading.words(named.extent).strip() == reading.words(named.extent)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("I write about your report on [O Dock Board], published on 18 August 2022.", "2022-08-18"),
        ("In its latest report, published on 18 September, [O Tide] said no.", "2024-09-18"),
        ("The [O Tide]’s report on pumps was published in May 2021.", "2021-05"),
        ("The inspection of [O Dock Board] came. Is the report of 2 May right?", "2024-05-02"),
        ("The [O Tide]’s report, which it published yesterday, was short.", "2024-12-01"),
        ("The 2022 report was short.", None),
        ("The [O Tide]’s report on the pumps that a firm published on 2 May 2021.", None),
        ("The [O Tide]’s reports, published on 2 May 2021, were short.", None),
    ],
)
def test_a_report_came_out_when_the_words_say_and_else_on_no_known_day(
    marked: str, value: str | None
) -> None:
    reading, names = read(marked)
    reading = replace(reading, published=PartialDate.parse("2024-12-02"))
    (entity,) = find_reports(reading, names.mentions).entities
    assert entity.published == (PartialDate.parse(value) if value else None)


def test_reports_of_other_days_are_others() -> None:
    assert reports(
        "The [O Tide]’s report of 3 May 2021 was short. The report of 9 June 2021 was long."
    ) == {
        "Tide’s report of 3 May 2021": ["report of 3 May 2021"],
        "report of 9 June 2021": ["report of 9 June 2021"],
    }


def test_a_report_that_says_what_it_was_speaks_of_itself() -> None:
    found = reports("This was the third inspection of [O Dock Board].", title="Inspection report")
    assert found == {"Inspection report": ["third inspection"]}


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("I thank you for your report “Left on the Quay”, which I read.", "Left on the Quay"),
        ("Its report, Left on the Quay, was long.", "Left on the Quay"),
        ("Our report, Landfall, was long.", "Landfall"),
        ("The report of 3 May 2021, “Left on the Quay”, was long.", "Left on the Quay"),
    ],
)
def test_a_title_behind_a_report_is_known_by_how_it_is_written(marked: str, name: str) -> None:
    assert list(reports(marked)) == [name]


def test_what_is_quoted_or_between_commas_without_capitals_is_no_title() -> None:
    assert list(reports("The long report “left much to be wished”, as she said.")) == [
        "long report"
    ]
    assert list(reports("The [O Tide]’s report, However, was long.")) == ["Tide’s report"]


def test_a_numbered_recommendation_or_that_one_is_a_part_of_the_report_at_hand() -> None:
    assert reports(
        "The [O Tide]’s 2019 report came. [O Dock Board] rejected that recommendation and "
        "carried out recommendation 3.1. A recommendation is cheap."
    ) == {"Tide’s 2019 report": ["2019 report", "recommendation", "recommendation 3.1"]}


def test_the_same_count_of_reports_is_one_collective() -> None:
    assert reports("Three reports on huts came.\nThe minister read three reports on huts.") == {
        "Three reports": ["reports", "reports"]
    }


def test_this_report_is_neither_hers_nor_its_own_nor_the_last_one() -> None:
    assert reports(
        "I submit this report. The ombudsman wrote her 2019 report. The [O Tide]’s own review was "
        "short. Our report of 2021 was long.\nIn this report much is new."
    ) == {
        "report": ["report", "report"],
        "2019 report": ["2019 report"],
        "Tide’s own review": ["own review"],
        "report of 2021": ["report of 2021"],
    }


def test_a_heading_names_the_report_that_speaks_of_itself_outside_quotation_marks() -> None:
    heading = "[O Tide]\nInspection of the Long Pier\n"
    assert reports(f"{heading}In this report a hut is a house.") == {
        "Inspection of the Long Pier": ["Inspection of the Long Pier", "report"]
    }
    assert reports(f"{heading}He said: “I read this report.” It rained.") == {"report": ["report"]}


def test_a_revisit_that_speaks_of_this_report_is_one() -> None:
    assert list(reports("This report is short.", title="Wexcombe Police: revisit 2018")) == [
        "Wexcombe Police: revisit 2018"
    ]


def test_a_report_to_come_has_no_findings_and_is_not_the_report() -> None:
    assert reports(
        "The ministry will fund a review of huts. She said: “The report is painful. We accept "
        "recommendation 4.4.” The review begins in May."
    ) == {"review": ["review", "review"], "report": ["report", "recommendation 4.4"]}
