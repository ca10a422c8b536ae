from dataclasses import replace

import pytest

from graph.model import PartialDate
from ingest.relations import find_links
from ingest.report_names import tell_more
from ingest.reports import find_reports
from tests.ingest.marked import ground_of, read


def named(marked: str, *, title: str | None = None) -> list[tuple[str, str | None]]:
    """Return the names and days of the reports of a text, once links have told more of them."""
    ground = ground_of(marked, title=title)
    told = tell_more(ground, find_links(ground))
    return [
        (entity.name, entity.published.value if entity.published else None)
        for entity in told.values()
        if entity.type == "report"
    ]


@pytest.mark.parametrize(
    ("marked", "name", "day"),
    [
        (
            "In its latest report, published on 3 May 2021, the [O Tide] said no.",
            "Tide’s latest report, 3 May 2021",
            "2021-05-03",
        ),
        (
            "The [O Tide] has published four reports on [O Dock Board].",
            "Tide’s four reports on Dock Board",
            None,
        ),
        ("The last inspection of [O Dock Board] was short.", "last inspection of Dock Board", None),
        (
            "The [O Tide] published the 2021 report on 3 May 2021.",
            "Tide’s 2021 report, 3 May 2021",
            "2021-05-03",
        ),
        ("The [O Tide]’s report “Left on the Quay”, was short.", "Left on the Quay", None),
        ("The [P inspector] published the long report.", "long report", None),
    ],
)
def test_a_bare_name_takes_in_what_the_document_gives(
    marked: str, name: str, day: str | None
) -> None:
    assert named(marked) == [(name, day)]


def test_the_report_that_a_document_is_keeps_its_title() -> None:
    marked = "Published by [O Tide] on 3 May 2021\nThis report is on [O Dock Board]. [O Dock Board]"
    assert named(marked, title="Inspection report") == [("Inspection report", "2021-05-03")]


def test_days_that_links_do_not_agree_on_date_no_report() -> None:
    marked = (
        "[O Tide] published the long report on 3 May 2021. "
        "[O Tide] published the long report on 4 May 2021."
    )
    ground = ground_of(marked)
    entities = {key: replace(entity, published=None) for key, entity in ground.entities.items()}
    told = tell_more(replace(ground, entities=entities), find_links(ground))
    assert {entity.published for entity in told.values()} == {None}


def test_a_report_of_a_known_day_stays_of_that_day() -> None:
    reading, names = read("The report of 3 May 2021 was short.")
    (entity,) = find_reports(reading, names.mentions).entities
    assert entity.published == PartialDate.parse("2021-05-03")
