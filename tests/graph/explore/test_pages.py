import pytest

from graph.archive import Archive
from graph.errors import NotFound, UsageError
from graph.explore.documents import document_page, documents
from graph.explore.entities import entities, entity_page
from graph.explore.overview import overview
from graph.explore.reports import AddresseeView, reports
from graph.explore.statements import statement_page
from graph.explore.views import (
    DocumentFacts,
    DocumentList,
    EntityRow,
    EntityTotals,
    NamedView,
    Overview,
    Ref,
    Standing,
)
from graph.model import Mention
from graph.stores.store import Store
from tests.wexcombe import (
    ACCEPT,
    ARTICLE,
    ARTICLE_HASH,
    ARTICLE_TEXT,
    CASE,
    LETTER,
    LETTER_HASH,
    LETTER_TEXT,
    NORA,
    REPORT,
    SECOND_PAGE,
    TRUST,
    span,
)

ARTICLE_FACTS = DocumentFacts(
    id=ARTICLE,
    title="Leader answers report",
    file="leader.txt",
    sha256=ARTICLE_HASH,
    media_type="text/plain",
    characters=len(ARTICLE_TEXT),
    publisher="Wexcombe Gazette",
    published="2025-03-04",
    url=None,
    licence=None,
    statements=6,
    proposed=5,
    genre="news",
)
LETTER_FACTS = DocumentFacts(
    id=LETTER,
    title="letter.txt",
    file="letter.txt",
    sha256=LETTER_HASH,
    media_type="text/plain",
    characters=len(LETTER_TEXT),
    publisher=None,
    published=None,
    url=None,
    licence=None,
    statements=1,
    proposed=1,
)
RESIDENT_REF = Ref(
    id="person-resident", kind="person", name="a former resident", anonymous=True, protected=True
)
TRUST_REF = Ref(id=TRUST[1], kind="organisation", name="Wexcombe Health Trust")
INSPECTORATE_REF = Ref(
    id="organisation.wexcombe-inspectorate", kind="organisation", name="Wexcombe Inspectorate"
)


def test_documents_come_newest_first_and_undated_ones_last(story: Store) -> None:
    assert documents(story) == DocumentList(
        documents=(ARTICLE_FACTS, LETTER_FACTS), total=2, limit=100, offset=0
    )
    assert documents(story, limit=1, offset=1) == DocumentList(
        documents=(LETTER_FACTS,), total=2, limit=1, offset=1
    )


def test_the_overview_counts_things_links_and_standings(story: Store) -> None:
    assert overview(story) == Overview(
        counts={
            "person": 3,
            "organisation": 4,
            "report": 2,
            "case": 1,
            "place": 1,
            "law": 0,
            "operation": 0,
            "document": 2,
            "statement": 7,
        },
        statements_accepted=1,
        statements_proposed=6,
        links=17,
        people_named=2,
        people_unnamed=1,
        recent=(ARTICLE_FACTS, LETTER_FACTS),
        graph_version="",
    )


def test_a_document_is_read_with_names_and_statements_in_the_order_of_its_text(
    story: Store, archive: Archive
) -> None:
    page = document_page(story, archive, ARTICLE)
    assert (page.facts, page.text, page.pages) == (ARTICLE_FACTS, ARTICLE_TEXT, (0, SECOND_PAGE))
    assert [one.id for one in page.statements] == [
        "st-accept", "st-warning", "st-plan", "st-told", "st-locked", "st-nobody",
    ]  # fmt: skip
    assert [ARTICLE_TEXT[one.start : one.end] for one in page.mentions] == [
        "report on Hollin House", "Hollin House", "Wexcombe Inspectorate",
        "Wexcombe Health Trust", "Nora Tamsin", "Ivo Marsh", "Case B", "A former resident",
    ]  # fmt: skip
    assert {one.id for one in page.links} == {
        "ln-nora", "ln-ivo", "ln-case", "ln-role", "ln-published", "ln-addressed", "ln-inspected",
    }  # fmt: skip
    assert {passage.document.id for link in page.links for passage in link.passages} == {ARTICLE}


def test_how_a_thing_is_mentioned_is_taken_from_the_records(story: Store, archive: Archive) -> None:
    resident = span(ARTICLE, "A former resident")
    mention = Mention(id="mn-1", entity="person-resident", span=resident, level="nominal")
    archive.put_records(ARTICLE_HASH, "key", [mention])
    page = document_page(story, archive, ARTICLE)
    assert page.mentions[-1] == NamedView(
        thing=RESIDENT_REF, start=resident.start, end=resident.end, level="nominal"
    )


def test_people_are_listed_by_name_with_their_counts(story: Store) -> None:
    listed = entities(story, ("person",), limit=2, offset=1)
    assert listed.rows == (
        EntityRow(
            thing=Ref(id="person-ivo", kind="person", name="Ivo Marsh"),
            made=1,
            about=0,
            links=1,
            documents=1,
        ),
        EntityRow(
            thing=Ref(id="person-nora", kind="person", name="Nora Tamsin"),
            made=2,
            about=0,
            links=2,
            documents=1,
        ),
    )
    assert (listed.total, listed.limit, listed.offset) == (3, 2, 1)
    assert entities(story).total == 11


def test_a_list_refuses_a_kind_and_a_place_that_do_not_exist(story: Store) -> None:
    with pytest.raises(UsageError, match="cake"):
        entities(story, ("cake",))
    with pytest.raises(UsageError, match="offset -1"):
        entities(story, offset=-1)


def test_a_person_has_links_statements_and_places_of_mention(
    story: Store, archive: Archive
) -> None:
    page = entity_page(story, archive, NORA[1])
    assert page.totals == EntityTotals(
        statements=2, about=0, mentions=1, links={"HOLDS_ROLE": 1, "RESPONDED_TO": 1}
    )
    assert not page.truncated
    assert page.thing == Ref(id=NORA[1], kind="person", name="Nora Tamsin")
    assert page.aliases == ("Cllr Tamsin",)
    assert [(one.type, one.target.name, one.role) for one in page.links] == [
        ("HOLDS_ROLE", "Wexcombe Council", "leader"),
        ("RESPONDED_TO", "Report on Hollin House", None),
    ]
    assert [one.quote for one in page.statements] == [ACCEPT, "a warning had been missed"]
    assert page.statements[0].standing == Standing(
        review="accepted",
        method="rule.cue",
        confidence="high",
        how="A rule found it that has no description yet: rule.cue.",
    )
    assert [(one.document.id, one.count) for one in page.mentions] == [(ARTICLE, 1)]


def test_a_report_has_what_is_known_of_it_and_what_is_said_about_it(
    story: Store, archive: Archive
) -> None:
    page = entity_page(story, archive, REPORT[1])
    assert (page.reference, page.url, page.published) == ("WI/25/1", None, "2025-02")
    assert [one.id for one in page.about] == ["st-accept"]
    assert "ln-wrong" not in {one.id for one in page.links}


def test_a_case_is_linked_to_people_by_assessments_alone(story: Store, archive: Archive) -> None:
    page = entity_page(story, archive, CASE[1])
    assert {(one.type, one.source.kind) for one in page.links} == {
        ("ASSESSED", "person"),
        ("ASSESSED", "organisation"),
    }


def test_a_statement_holds_the_ones_nested_in_it_and_they_name_their_outer_speaker(
    story: Store, archive: Archive
) -> None:
    page = statement_page(story, archive, "st-told")
    assert (page.outer, page.outer_speakers) == (None, ())
    assert [one.id for one in page.nested] == ["st-locked"]
    assert (page.nested[0].outer, page.nested[0].outer_speakers) == ("st-told", (RESIDENT_REF,))


def test_reports_show_addressees_and_answers_and_a_status_that_is_unknown(
    story: Store, archive: Archive
) -> None:
    hollin, marle = reports(story, archive).reports
    assert hollin.publishers == (INSPECTORATE_REF,)
    assert hollin.addressed_to == (
        AddresseeView(
            thing=TRUST_REF,
            due=None,
            status="unknown",
            reason="no rule about duties to respond has been applied",
        ),
    )
    assert [(one.link, one.by.name, one.date) for one in hollin.answers] == [
        ("ln-nora", "Nora Tamsin", "2025-03-04"),
        ("ln-trust", "Wexcombe Health Trust", None),
    ]
    assert [one.passages[0].quote for one in hollin.answers] == [
        f"said: “{ACCEPT}”",
        "We have read the report on Hollin House and accept its findings.",
    ]
    assert (marle.addressed_to, marle.answers) == ((), ())


def test_an_id_that_the_graph_does_not_hold_is_named(story: Store, archive: Archive) -> None:
    for page in (document_page, entity_page, statement_page):
        with pytest.raises(NotFound, match="nothing-here"):
            page(story, archive, "nothing-here")
