from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import entity_id
from graph.model import Document, Entity, Link, LinkType, Mention, PartialDate, Record, Span
from ingest.resolution import Join, joins, proposals, resolve
from ingest.self_report import own_key

TIDE = Entity(id="organisation.tide", type="organisation", name="Tide Inspectorate")
DOCK = Entity(id="organisation.dock", type="organisation", name="Dock Board")
PIER = Entity(id="organisation.pier", type="organisation", name="Pier Board")
BODIES = (TIDE, DOCK, PIER)


def document(key: str, title: str, published: str, publisher: str | None = None) -> Document:
    return Document(
        id=key, sha256="0", name=key, media_type="text/plain", characters=99, title=title,
        url=None, publisher=publisher, published=PartialDate.parse(published), licence=None,
    )  # fmt: skip


def mention(entity: str, quote: str, document: str, at: int = 0) -> Mention:
    span = Span(document=document, start=at, end=at + len(quote), quote=quote)
    return Mention(id=f"mn-{entity}-{document}-{at}", entity=entity, span=span, level="nominal")


def link(type_: LinkType, source: str, target: str, document: str) -> Link:
    span = Span(document=document, start=0, end=3, quote="the")
    return Link(
        id=f"ln-{type_}-{source}-{target}-{document}", type=type_, source=source, target=target,
        spans=(span,), inferred=False, confidence="high", method="test",
    )  # fmt: skip


def held(title: str, published: str) -> tuple[str, list[Record]]:
    """Return the id and the records of a report that the archive holds as a document."""
    key = f"doc-{title[:9].replace(' ', '')}-{published}"
    report = own_key(title, TIDE.name, PartialDate.parse(published), key)
    entity = Entity(id=report, type="report", name=title, published=PartialDate.parse(published))
    return report, [document(key, title, published, TIDE.name), entity, mention(report, title, key)]


def described(
    words: str, *links: tuple[LinkType, str], published: str | None = None, key: str = "doc-news"
) -> tuple[str, list[Record]]:
    """Return the id and the records of a report that a newspaper speaks of."""
    report = entity_id("report", key, words)
    date = PartialDate.parse(published) if published else None
    made: list[Record] = [
        document(key, "News of the day", "2024-03-01", "Wexcombe Post"),
        Entity(id=report, type="report", name=words, published=date),
        mention(report, words, key),
    ]
    for type_, other in links:
        ends = (other, report) if type_ == "PUBLISHED" else (report, other)
        made.append(link(type_, *ends, key))
    return report, made


DOCK_2022, HELD_2022 = held("Dock Board: inspection 2022", "2022-05-03")
DOCK_2024, HELD_2024 = held("Dock Board: inspection 2024", "2024-02-06")
PIER_2022, HELD_PIER = held("Pier Board: inspection 2022", "2022-05-03")
ARCHIVE = [*BODIES, *HELD_2022, *HELD_2024, *HELD_PIER]


def test_a_report_of_the_same_day_on_the_same_body_is_the_one_held() -> None:
    one, records = described("report of 3 May 2022", ("CONCERNS", DOCK.id), published="2022-05-03")
    assert joins([*ARCHIVE, *records]) == (
        Join(
            id=one,
            into=DOCK_2022,
            method="report/day-and-bodies",
            why="They agree in the day it came out, the body it is on",
        ),
    )


def test_a_report_of_the_same_year_needs_publisher_and_body() -> None:
    one, records = described("2022 report", ("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id))
    assert resolve([*ARCHIVE, *records]) == {one: DOCK_2022}


@pytest.mark.parametrize(
    ("words", "links", "published"),
    [
        ("2022 report", [], None),
        ("2022 report", [("CONCERNS", DOCK.id)], None),
        ("2022 report", [("PUBLISHED", TIDE.id)], None),
        ("report of 3 May 2022", [("PUBLISHED", TIDE.id)], "2022-05-03"),
        ("2022 report", [("CONCERNS", DOCK.id), ("PUBLISHED", PIER.id)], None),
        ("2022 strategy", [("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id)], None),
        ("2022 reports", [("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id)], None),
        ("draft report of 3 May 2022", [("CONCERNS", DOCK.id)], "2022-05-03"),
        ("report of 4 May 2022", [("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id)], "2022-05-04"),
    ],
)
def test_a_report_joins_nothing_where_body_day_kind_or_number_do_not_agree(
    words: str, links: list[tuple[LinkType, str]], published: str | None
) -> None:
    _, records = described(words, *links, published=published)
    assert resolve([*ARCHIVE, *records]) == {}


def test_a_report_that_fits_two_held_is_proposed_with_both_and_joins_neither() -> None:
    again, second = held("Dock Board: second inspection 2022", "2022-11-09")
    one, records = described("2022 report", ("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id))
    found = [*ARCHIVE, *second, *records]
    assert resolve(found) == {}
    assert {(p.first, p.second) for p in proposals(found)} == {
        (min(one, other), max(one, other)) for other in (DOCK_2022, again)
    }


def test_a_year_without_the_body_is_proposed_with_what_is_not_known() -> None:
    _, records = described("2024 report", ("PUBLISHED", TIDE.id))
    (proposal,) = proposals([*ARCHIVE, *records])
    assert proposal.method == "report/year-and-bodies"
    assert proposal.why == (
        "“2024 report” and “Dock Board: inspection 2024”: They agree in the year it came out, "
        "its publisher; not known: the body it is on"
    )


def test_one_of_several_borrows_publisher_and_body_of_the_only_others_spoken_of() -> None:
    one, records = described("2022 report")
    _, others = described("four reports", ("CONCERNS", DOCK.id), ("PUBLISHED", TIDE.id))
    assert resolve([*ARCHIVE, *records, *others]) == {one: DOCK_2022}
    _, rival = described("review", ("CONCERNS", PIER.id))
    _, another = described("audit reports", ("PUBLISHED", PIER.id))
    assert resolve([*ARCHIVE, *records, *others, *rival, *another]) == {}


def test_a_report_held_speaks_of_its_own_series() -> None:
    key = str(HELD_2024[0].id)
    report = entity_id("report", key, "2022 inspection")
    records: list[Record] = [
        Entity(id=report, type="report", name="2022 inspection"),
        mention(report, "2022 inspection", key, at=50),
    ]
    assert resolve([*ARCHIVE, *records]) == {report: DOCK_2022}


def test_reports_that_two_documents_call_the_same_by_one_publisher_are_proposed() -> None:
    one, first = described("joint audit", ("PUBLISHED", TIDE.id))
    other, second = described("Joint audit", ("PUBLISHED", TIDE.id), key="doc-more")
    _, third = described("joint audit", ("PUBLISHED", PIER.id), key="doc-last")
    found = [*BODIES, *first, *second, *third]
    assert resolve(found) == {}
    assert [(p.first, p.second, p.method) for p in proposals(found)] == [
        (min(one, other), max(one, other), "report/name-and-publisher")
    ]


def test_whoever_is_hidden_as_a_body_gives_a_report_no_body() -> None:
    _, records = described("report of 3 May 2022", ("CONCERNS", DOCK.id), published="2022-05-03")
    hidden = [replace(one, protected=one == DOCK) if one in BODIES else one for one in ARCHIVE]
    assert resolve([*hidden, *records]) == {}


_DESCRIBED = st.builds(
    lambda words, links, published, key: described(words, *links, published=published, key=key)[1],
    st.sampled_from(["report of 3 May 2022", "2022 report", "2024 inspection", "four reports"]),
    st.lists(
        st.tuples(
            st.sampled_from(["CONCERNS", "INSPECTED", "PUBLISHED"]),
            st.sampled_from([body.id for body in BODIES]),
        ),
        max_size=3,
    ),
    st.sampled_from([None, "2022-05-03", "2022-05", "2024"]),
    st.sampled_from(["doc-news", "doc-more", "doc-last"]),
)


@given(st.lists(_DESCRIBED, max_size=4), st.randoms())
def test_the_order_of_sources_changes_no_join_and_no_proposal(
    found: list[list[Record]], random: st.DataObject
) -> None:
    records = [*ARCHIVE, *(record for one in found for record in one)]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joins(shuffled) == joins(records)
    assert proposals(shuffled) == proposals(records)


@given(st.lists(_DESCRIBED, max_size=4))
def test_a_description_joins_only_into_a_report_held_and_never_with_what_is_proposed(
    found: list[list[Record]],
) -> None:
    records = [*ARCHIVE, *(record for one in found for record in one)]
    into = resolve(records)
    assert set(into.values()) <= {DOCK_2022, DOCK_2024, PIER_2022}
    assert set(into).isdisjoint(into.values())
    assert set(into).isdisjoint(key for p in proposals(records) for key in (p.first, p.second))
