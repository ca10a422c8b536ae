import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.assembly import Assembly, joined
from graph.ids import edge_id
from graph.loading.node_rows import opening
from graph.loading.rows import Rows, graph_rows
from graph.model import Document, PartialDate, Record
from graph.schema import EDGE_BY_NAME, NODE_BY_LABEL
from tests.graph import story
from tests.graph.story import entity, link, mention, span, statement

ALL = (*story.OF_FIRST, *story.OF_SECOND)


def assembled(records: Sequence[Record], into: Mapping[str, str] = story.JOINED) -> Assembly:
    return Assembly(records=joined(records, into).records)


def rows(*more: object) -> Rows:
    return graph_rows(assembled((*ALL, *more)))  # type: ignore[arg-type]


def edges(found: Rows, type_: str) -> list[tuple[str, str, dict[str, object]]]:
    return [(e.source[1], e.target[1], dict(e.properties)) for e in found.edges if e.type == type_]


def properties(found: Rows, id_: str) -> dict[str, object]:
    (node,) = (node for node in found.nodes if node.id == id_)
    return dict(node.properties)


def test_a_story_makes_these_nodes_and_no_problems() -> None:
    found = rows()
    assert found.problems == ()
    counts = {label: sum(node.label == label for node in found.nodes) for label in NODE_BY_LABEL}
    assert {label: count for label, count in counts.items() if count} == {
        "Person": 2, "Organisation": 1, "Report": 1, "Document": 2, "Statement": 3, "Passage": 8,
    }  # fmt: skip


def test_every_node_and_edge_has_the_properties_of_the_schema() -> None:
    found = rows()
    for node in found.nodes:
        assert {"id", *node.properties} <= set(NODE_BY_LABEL[node.label].properties)
    for edge in found.edges:
        assert {"id", *edge.properties} <= set(EDGE_BY_NAME[edge.type].properties)


def test_a_passage_leads_to_its_document_and_a_statement_to_its_passages() -> None:
    found = rows()
    words = story.SAID.parts[0]
    assert (story.SAID.id, words.passage, {"position": 1}) in edges(found, "STATED_IN")
    assert (words.passage, story.FIRST, {}) in edges(found, "PART_OF_TEXT")
    assert properties(found, words.passage) == {
        "document": story.FIRST, "start": words.start, "end": words.end, "quote": words.quote,
    }  # fmt: skip


def test_a_document_mentions_a_thing_once_with_every_place() -> None:
    places = [span(story.FIRST, "Nora Tamsin"), span(story.FIRST, "she")]
    found = rows(mention(story.NORA, places[1]))
    assert (
        story.FIRST,
        story.NORA,
        {"count": 2, "passages": [place.passage for place in places]},
    ) in edges(found, "MENTIONS")


def test_a_speaker_is_joined_with_capacity() -> None:
    assert (story.SAID.id, story.NORA, {"capacity": "self", "passages": []}) in edges(
        rows(), "MADE_BY"
    )


def test_a_link_keeps_its_words_and_standing() -> None:
    assert edges(rows(), "RESPONDED_TO") == [
        (
            story.NORA,
            story.REPORT,
            {
                "inferred": False,
                "review": "proposed",
                "method": "verb",
                "confidence": "medium",
                "passages": [story.ANSWERED.spans[0].passage],
            },
        )
    ]


def test_a_thing_that_a_statement_is_about_is_joined_once() -> None:
    second = statement(span(story.FIRST, "staff"), story.NORA, about=(story.NORA,))
    about = edges(rows(second), "ABOUT")
    assert sorted((source, target, bool(p["inferred"])) for source, target, p in about) == sorted(
        [(story.SAID.id, story.REPORT, False), (second.id, story.NORA, True)]
    )


def test_a_publisher_that_bears_an_organisations_name_issued_the_document() -> None:
    assert edges(rows(), "ISSUED_BY") == [(story.FIRST, story.TRUST, {})]
    other = entity("organisation-other", "organisation", "Other", "Wexcombe Trust")
    assert edges(rows(other), "ISSUED_BY") == []


def test_a_statement_carries_its_place_in_time_and_text() -> None:
    source = next(one for one in ALL if isinstance(one, Document) and one.id == story.FIRST)
    dated = replace(source, published=PartialDate.parse("2025-02"))
    records = (*(one for one in ALL if one is not source), dated)
    found = graph_rows(assembled(records, {**story.JOINED, story.FIRST: story.SECOND}))
    said = properties(found, story.SAID.id)
    assert (said["document_published"], said["document_origin"], said["start"]) == (
        "2025-02", story.SECOND, story.SAID.parts[0].start,
    )  # fmt: skip
    assert {"document_published", "document_origin"}.isdisjoint(properties(rows(), story.SAID.id))


def test_a_document_counts_its_statements_that_nobody_rejected() -> None:
    refused = statement(span(story.FIRST, "staff"), story.NORA)
    found = properties(rows(replace(refused, review="rejected")), story.FIRST)
    assert [found[count] for count in ("statements", "unresolved", "proposed")] == [3, 1, 3]
    accepted = properties(rows(replace(refused, review="accepted")), story.FIRST)
    assert [accepted[count] for count in ("statements", "unresolved", "proposed")] == [4, 1, 3]


def test_a_speaker_who_may_not_hold_a_statement_resolves_none() -> None:
    found = rows(statement(span(story.FIRST, "staff"), story.REPORT))
    assert properties(found, story.FIRST)["unresolved"] == 2


def test_a_nested_statement_carries_its_outer_speakers() -> None:
    found = rows()
    nested = properties(found, story.NESTED.id)
    assert (nested["outer"], nested["outer_speakers"]) == (story.TOLD.id, ["a resident"])
    assert edges(found, "WITHIN") == [(story.NESTED.id, story.TOLD.id, {})]
    assert "outer" not in properties(found, story.SAID.id)


def test_an_outer_statement_without_a_speaker_says_so() -> None:
    inner = statement(span(story.FIRST, "locked"), story.NORA, within=story.NESTED.id)
    assert properties(rows(inner), inner.id)["outer_speakers"] == ["unknown speaker", "a resident"]


def test_whether_an_unknown_speaker_is_anonymous_is_not_said() -> None:
    found = rows()
    flags = {s.id: properties(found, s.id).get("anonymous_speaker") for s in (
        story.SAID, story.TOLD, story.NESTED)}  # fmt: skip
    assert flags == {story.SAID.id: False, story.TOLD.id: True, story.NESTED.id: None}


def test_a_pair_that_is_not_lawful_is_reported_and_not_stored() -> None:
    case = entity(story.CASE, "case", "Case B", protected=True)
    named = link("RESPONDED_TO", story.NORA, story.CASE, span(story.FIRST, "answered"))
    found = rows(case, named)
    assert [each.subject for each in found.problems] == [named.id]
    assert named.id not in {edge.id for edge in found.edges}


def test_what_may_hold_a_protected_name_is_in_no_row() -> None:
    ada = entity("person-ada", "person", "Hollin", "Hollin", anonymous=False)
    shielded = entity("person-x", "person", "a nurse", anonymous=True, protected=True)
    named = mention("person-x", span(story.FIRST, "Hollin"))
    found = graph_rows(assembled((*ALL, ada, shielded, named), {"person-ada": "person-x"}))
    assert properties(found, "person-x") == {
        "name": "a nurse", "search": "a nurse", "aliases": [], "anonymous": True, "protected": True,
    }  # fmt: skip
    assert edges(found, "MENTIONS").count(
        (story.FIRST, "person-x", {"count": 1, "passages": []})
    ) == 1  # fmt: skip
    assert named.span.passage not in {node.id for node in found.nodes}


def test_each_id_occurs_once_and_the_order_is_fixed() -> None:
    found = rows()
    for ids in ([node.id for node in found.nodes], [edge.id for edge in found.edges]):
        assert len(set(ids)) == len(ids)
    assert found == graph_rows(assembled(ALL[::-1]))
    assert json.dumps([dict(node.properties) for node in found.nodes])


def test_derived_edges_have_ids_of_their_ends() -> None:
    (edge,) = (edge for edge in rows().edges if edge.type == "WITHIN")
    assert edge.id == edge_id("WITHIN", story.NESTED.id, story.TOLD.id)


@given(st.text(min_size=1))
def test_opening_words_are_short_and_from_the_beginning(words: str) -> None:
    name = opening(words)
    assert len(name) <= 82
    assert " ".join(words.split()).startswith(name.removesuffix(" …").strip())


def test_opening_words_are_cut_between_words() -> None:
    assert opening("short words") == "short words"
    assert opening("seventeen letters " * 9) == "seventeen letters " * 4 + "…"
