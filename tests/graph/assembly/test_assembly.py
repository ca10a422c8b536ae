from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive import Archive
from graph.assembly import assemble, joined
from graph.assembly.joining import dangling
from graph.assembly.merging import PROTECTED_PERSON, merged
from graph.model import Entity, Link, Mention, Statement
from graph.records import encode_lines
from tests.graph import story
from tests.graph.story import entity, link, mention, span, statement

ALL = (*story.OF_FIRST, *story.OF_SECOND)


def test_joined_entities_are_one_with_their_names_as_aliases() -> None:
    people = [r for r in joined(ALL, story.JOINED).records if isinstance(r, Entity)]
    assert [(each.id, each.name, each.aliases) for each in people if each.type == "person"] == [
        (story.NORA, "Nora Tamsin", ("Cllr Tamsin",)),
        (story.RESIDENT, "a resident", ()),
    ]


def test_mentions_follow_the_entity_they_are_of() -> None:
    found = joined(ALL, story.JOINED).records
    mentions = [each for each in found if isinstance(each, Mention) and each.entity == story.NORA]
    assert sorted(each.span.quote for each in mentions) == ["Cllr Tamsin", "Nora Tamsin"]
    assert mentions == [mention(story.NORA, each.span) for each in mentions]


def test_statements_and_links_follow_too() -> None:
    said = statement(span(story.SECOND, "wrote"), story.CLLR, about=(story.CLLR, story.NORA),
                     reported_by=story.CLLR)  # fmt: skip
    holds = link("HOLDS_ROLE", story.CLLR, story.TRUST, span(story.SECOND, "Cllr Tamsin"))
    records = joined((*ALL, said, holds), story.JOINED).records
    moved = link("HOLDS_ROLE", story.NORA, story.TRUST, span(story.SECOND, "Cllr Tamsin"))
    assert moved in records
    (found,) = (each for each in records if isinstance(each, Statement) and each.id == said.id)
    assert ([s.entity for s in found.speakers], found.about, found.reported_by) == (
        [story.NORA], (story.NORA,), story.NORA,
    )  # fmt: skip


def test_speakers_keep_their_order_and_occur_once() -> None:
    said = story.SAID
    three = tuple(
        replace(said.speakers[0], entity=who) for who in (story.CLLR, story.TRUST, story.NORA)
    )
    result = joined((*ALL, replace(said, id="st-x", speakers=three)), story.JOINED).records
    (found,) = (each for each in result if each.id == "st-x" and isinstance(each, Statement))
    assert [speaker.entity for speaker in found.speakers] == [story.NORA, story.TRUST]


def test_a_link_whose_ends_fall_together_is_left_out_and_reported() -> None:
    own = link("CONCERNS", story.CLLR, story.NORA, span(story.SECOND, "wrote"))
    result = joined((*ALL, own), story.JOINED)
    assert [each.type for each in result.records if isinstance(each, Link)] == [
        link.type for link in sorted((story.ANSWERED, story.ABOUT), key=lambda each: each.id)
    ]
    assert [(each.subject, "left out" in each.happened) for each in result.problems] == [
        (own.id, True)
    ]


def test_a_reference_to_nothing_stays_and_is_reported() -> None:
    lost = mention("person-nobody", span(story.FIRST, "she"))
    result = joined((*ALL, lost), {})
    assert lost in result.records
    assert [each.subject for each in dangling(result.records)] == [lost.id]


def test_one_protected_record_protects_all() -> None:
    group = [
        entity("p", "person", "Ada Invented", "Ada"),
        entity("q", "person", "a former resident", anonymous=True, protected=True),
    ]
    assert merged("p", group) == entity(
        "p", "person", "a former resident", anonymous=True, protected=True
    )


def test_a_protected_person_with_a_name_only_loses_it() -> None:
    group = [entity("p", "person", "Ada Invented", protected=True), entity("q", "person", "Ada")]
    assert merged("p", group).name == PROTECTED_PERSON
    assert merged("p", group).aliases == ()


def test_chains_and_rings_of_joins_end() -> None:
    names = [entity(id_, "person", id_.upper()) for id_ in "abcd"]
    chain = joined(names, {"a": "b", "b": "c"}).records
    assert [each.id for each in chain] == ["c", "d"]
    ring = joined(names, {"b": "c", "c": "b", "a": "b"}).records
    assert [each.id for each in ring] == ["b", "d"]


PEOPLE = st.sampled_from([story.NORA, story.CLLR])


@given(st.permutations(ALL), st.dictionaries(st.sampled_from([story.TRUST, story.CLLR]), PEOPLE))
def test_the_order_of_records_changes_nothing(order: list[object], into: dict[str, str]) -> None:
    result = joined(order, into)  # type: ignore[arg-type]
    assert result == joined(ALL, into)
    keys = [(each.kind, each.id) for each in result.records]
    assert keys == sorted(set(keys))


def test_the_same_archive_gives_the_same_bytes(archive: Archive) -> None:
    story.told(archive, story.SECOND, story.OF_SECOND)
    story.told(archive, story.FIRST, story.OF_FIRST)
    once = encode_lines(assemble(archive, lambda _: story.JOINS))
    assert once == encode_lines(assemble(archive, lambda _: story.JOINS))
    assert once == encode_lines(joined(ALL, story.JOINED).records)


@pytest.mark.parametrize("kind", ["document", "entity", "statement", "mention", "link"])
def test_every_kind_is_kept(kind: str) -> None:
    meant = {each.id for each in ALL if each.kind == kind}
    assert {each.id for each in joined(ALL, {}).records if each.kind == kind} == meant
