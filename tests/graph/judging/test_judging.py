"""Decisions on the invented story: what each changes in the records, and what it leaves."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.archive.removals import Removal, remove
from graph.errors import NotFound, OnRecordError, UsageError
from graph.ids import link_id
from graph.judgements import append, read
from graph.judging import Judging
from graph.loading import load
from graph.model import Document, Entity, Link, Mention, Record, Speaker, Statement, TypedAs
from graph.stores.store import Store
from tests.graph import story
from tests.graph.story import (
    ABOUT,
    ANSWERED,
    CLLR,
    FIRST,
    NESTED,
    NORA,
    REPORT,
    RESIDENT,
    SAID,
    SECOND,
    TOLD,
    TRUST,
    resolve,
    span,
)


def one(judging: Judging, id_: str) -> Record:
    return judging.known().records[id_]


def problems(judging: Judging) -> list[str]:
    return [problem.subject for problem in story.assembled(judging.archive).problems]


def test_a_judgement_says_who_when_why_and_copies_what_was_judged(judging: Judging) -> None:
    judgement = judging.accept(SAID.id, why="read")
    assert read(judging.archive).judgements == (judgement,)
    assert (judgement.by, judgement.at, judgement.action, judgement.on, judgement.why) == (
        "Mina Arkwright", "2026-03-01T09:30:00+00:00", "accept", SAID.id, "read",
    )  # fmt: skip
    assert judgement.saw == (SAID,)


def test_accepting_and_rejecting_change_the_review_and_undo_brings_it_back(
    judging: Judging,
) -> None:
    before = story.assembled(judging.archive).records
    judging.accept(SAID.id)
    judging.reject(ANSWERED.id)
    assert one(judging, SAID.id) == replace(SAID, review="accepted")
    assert one(judging, ANSWERED.id) == replace(ANSWERED, review="rejected")
    judging.undo(SAID.id)
    judging.undo(ANSWERED.id)
    assert story.assembled(judging.archive).records == before
    assert len(read(judging.archive).judgements) == 4
    with pytest.raises(NotFound, match="no judgement stands"):
        judging.undo(SAID.id)


def test_what_stands_within_a_rejected_statement_is_rejected_with_it(judging: Judging) -> None:
    judging.reject(TOLD.id)
    assert one(judging, NESTED.id) == replace(NESTED, review="rejected")
    judging.undo(TOLD.id)
    judging.reject(SAID.id)
    assert one(judging, ABOUT.id) == replace(ABOUT, review="rejected")


def test_an_edit_is_accepted_and_a_link_that_was_edited_has_its_own_id(judging: Judging) -> None:
    judging.edit(SAID.id, types=(TypedAs(type="admission", span=None),), why="she admits it")
    said = one(judging, SAID.id)
    assert isinstance(said, Statement)
    assert (said.types, said.review) == ((TypedAs(type="admission", span=None),), "accepted")
    judging.edit(ANSWERED.id, source=TRUST)
    assert ANSWERED.id not in judging.known().records
    moved = one(judging, link_id("RESPONDED_TO", TRUST, REPORT, ANSWERED.spans))
    assert isinstance(moved, Link)
    assert (moved.source, moved.review) == (TRUST, "accepted")
    assert problems(judging) == []


def test_two_people_are_merged_and_parted_again(judging: Judging) -> None:
    judging.split(NORA, [CLLR], why="two people")
    people = {
        r.id
        for r in story.assembled(judging.archive).records
        if isinstance(r, Entity) and r.type == "person"
    }
    assert people == {NORA, CLLR, RESIDENT}
    judging.merge(CLLR, NORA, why="the same after all")
    nora = one(judging, NORA)
    assert isinstance(nora, Entity)
    assert nora.aliases == ("Cllr Tamsin",)
    (join,) = story.assembled(judging.archive).joins
    assert (join.id, join.name, join.into, join.method) == (
        CLLR, "Cllr Tamsin", NORA, "person/merge",
    )  # fmt: skip
    assert join.why == "Mina Arkwright says that they are one: the same after all"


def test_the_words_of_one_document_are_parted_from_an_entity(judging: Judging) -> None:
    judging.undo(judging.split(NORA, [SECOND]).id)
    judging.split(NORA, [SECOND], why="another councillor")
    records = story.assembled(judging.archive).records
    mentions = {r.entity: r.span.document for r in records if isinstance(r, Mention)}
    assert mentions[NORA] == FIRST
    (other,) = (r for r in records if isinstance(r, Entity) and r.name == "Cllr Tamsin")
    assert (other.id not in {NORA, CLLR}, mentions[other.id]) == (True, SECOND)
    assert problems(judging) == []


def test_a_statement_whose_speaker_was_parted_has_lost_its_acceptance(judging: Judging) -> None:
    letter = replace(story.statement(span(SECOND, "wrote"), CLLR), id="st-letter")
    story_records = (*story.OF_SECOND, letter)
    judging.archive.put_records(story.sha(story.LATER), "key", story_records)
    accepted = judging.accept("st-letter")
    assert one(judging, "st-letter").review == "accepted"  # type: ignore[union-attr]
    judging.split(NORA, [CLLR])
    assert one(judging, "st-letter").review == "proposed"  # type: ignore[union-attr]
    assert problems(judging) == [accepted.id]


def test_an_acceptance_survives_a_merge_of_the_speaker(judging: Judging) -> None:
    judging.split(NORA, [CLLR])
    judging.accept(SAID.id)
    judging.accept(ANSWERED.id)
    judging.merge(NORA, CLLR)
    said = one(judging, SAID.id)
    assert isinstance(said, Statement)
    assert ([speaker.entity for speaker in said.speakers], said.review) == ([CLLR], "accepted")
    answered = one(judging, link_id("RESPONDED_TO", CLLR, REPORT, ANSWERED.spans))
    assert answered.review == "accepted"  # type: ignore[union-attr]
    assert problems(judging) == []


def test_judgements_survive_newer_records_and_report_what_no_longer_fits(
    judging: Judging,
) -> None:
    kept, lost = judging.accept(SAID.id), judging.accept(TOLD.id)
    newer = [
        replace(SAID, confidence="low", method="newer"),
        replace(TOLD, speakers=(Speaker(entity=NORA, span=None, capacity="self"),)),
    ]
    others = [record for record in story.OF_FIRST if record.id not in {SAID.id, TOLD.id}]
    judging.archive.put_records(story.sha(story.TEXT), "newer", [*others, *newer])
    assert one(judging, SAID.id) == replace(newer[0], review="accepted")
    assert one(judging, TOLD.id) == newer[1]
    (problem,) = story.assembled(judging.archive).problems
    assert (problem.subject, "has changed since" in problem.happened) == (lost.id, True)
    assert [
        j.misfit for j in story.assembled(judging.archive).judged if j.judgement.id == kept.id
    ] == [None]


def test_a_judgement_on_what_is_gone_is_reported_and_stays(judging: Judging) -> None:
    orphan = judging.reject(ANSWERED.id)
    others = [record for record in story.OF_FIRST if record.id != ANSWERED.id]
    judging.archive.put_records(story.sha(story.TEXT), "newer", others)
    (problem,) = story.assembled(judging.archive).problems
    assert (problem.subject, "not there any more" in problem.happened) == (orphan.id, True)
    judging.archive.put_records(story.sha(story.TEXT), "again", story.OF_FIRST)
    assert one(judging, ANSWERED.id).review == "rejected"  # type: ignore[union-attr]


def test_a_retracted_document_takes_its_statements_and_links_with_it(judging: Judging) -> None:
    judging.retract(FIRST, why="the paper withdrew the article")
    document = one(judging, FIRST)
    assert isinstance(document, Document)
    assert document.retracted
    for id_ in (SAID.id, TOLD.id, NESTED.id, ANSWERED.id, ABOUT.id):
        record = one(judging, id_)
        assert isinstance(record, Statement | Link)
        assert (record.retracted, record.review) == (True, "rejected")


@pytest.mark.parametrize("withdrawn", [FIRST, SAID.id])
def test_accepting_or_editing_does_not_bring_back_what_was_withdrawn(
    judging: Judging, withdrawn: str
) -> None:
    retracted = judging.retract(withdrawn, why="the paper withdrew it")
    judging.accept(SAID.id)
    judging.edit(SAID.id, date={"value": "2025-03-04", "precision": "day"})
    record = one(judging, SAID.id)
    assert isinstance(record, Statement)
    assert (record.retracted, record.review) == (True, "rejected")
    judging.undo(retracted.id)
    record = one(judging, SAID.id)
    assert isinstance(record, Statement)
    assert (record.retracted, record.review) == (False, "accepted")


def test_a_document_is_corrected_and_its_file_is_not_touched(judging: Judging) -> None:
    source = judging.archive.source(FIRST)
    published = {"value": "2025-03-04", "precision": "day"}
    judging.correct(FIRST, title="Leader answers at last", published=published)
    document = one(judging, FIRST)
    assert isinstance(document, Document)
    assert (document.title, document.published and document.published.value) == (
        "Leader answers at last", "2025-03-04",
    )  # fmt: skip
    assert judging.archive.source(FIRST) == source


def test_a_statement_a_link_and_a_body_are_added_with_their_words(judging: Judging) -> None:
    body = judging.add_entity("organisation", "Hollin House", span(FIRST, "Hollin House")).on
    added = judging.add_statement(
        [span(SECOND, "wrote to the Wexcombe Trust")],
        speakers=[Speaker(entity=NORA, span=None, capacity="self")],
        form="indirect",
        about=[TRUST],
    )
    link = judging.add_link("CONCERNS", REPORT, body, [span(FIRST, "the Hollin House report")])
    said, linked = one(judging, added.on), one(judging, link.on)
    assert isinstance(said, Statement)
    assert isinstance(linked, Link)
    assert (said.review, said.method) == (linked.review, linked.method) == (
        "accepted", "person/added",
    )  # fmt: skip
    assert problems(judging) == []
    with pytest.raises(UsageError, match=f"rest 1 others: {link.on}"):
        judging.undo(body)
    judging.undo(link.on)
    judging.undo(body)
    assert problems(judging) == []


def test_added_words_that_stand_there_no_more_are_reported(judging: Judging) -> None:
    words = span(SECOND, "wrote to the Wexcombe Trust")
    added = judging.add_statement([words], speakers=())
    forged = replace(added, id="jd-forged", on="st-forged", added=(
        replace(added.added[0], id="st-forged", parts=(replace(words, quote=words.quote.upper()),)),
    ))  # fmt: skip
    append(judging.archive, [forged])
    assert problems(judging) == ["jd-forged"]
    assert "st-forged" not in judging.known().records


def test_two_statements_are_compared_with_a_verdict_and_a_reason(judging: Judging) -> None:
    judgement = judging.compare(SAID.id, TOLD.id, "different definition", why="“plan” differs")
    (judged,) = story.assembled(judging.archive).judged
    assert (judged.judgement, judged.on, judged.other) == (judgement, SAID.id, TOLD.id)
    with pytest.raises(UsageError, match="reason"):
        judging.compare(SAID.id, TOLD.id, "contradicts", why=" ")


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda j: j.accept("st-nothing"), "holds no such thing"),
        (lambda j: j.accept(NORA), "this is a person, body or other entity"),
        (
            lambda j: j.merge(NORA, TRUST),
            "one is of kind person, the other of kind org",
        ),
        (lambda j: j.merge(NORA, RESIDENT), "a join might identify them"),
        (lambda j: j.merge(NORA, NORA), "one already"),
        (lambda j: j.split(NORA, ["person-x"]), "no part of it"),
        (lambda j: j.split(NORA, []), "nothing is named"),
        (lambda j: j.protect(TRUST), "only a person or a case"),
        (lambda j: j.edit(SAID.id, quote="x"), "no field “quote”"),
        (lambda j: j.edit(SAID.id, types=[{"type": "lie", "span": None}]), "does not fit"),
        (lambda j: j.edit(ANSWERED.id, target=RESIDENT), "may not lead"),
        (lambda j: j.add_statement([span(FIRST, "No plan was made")], speakers=()), "already"),
        (lambda j: j.add_link("OVERSEES", NORA, TRUST, [span(FIRST, "she")]), "may not lead"),
        (lambda j: j.known().words(f"{FIRST}#char=5,9999"), "no words stand there"),
        (lambda j: j.known().words("elsewhere"), "no place in a document"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    judging: Judging, ask: object, words: str
) -> None:
    with pytest.raises(OnRecordError, match=words):
        ask(judging)  # type: ignore[operator]
    assert not Path(judging.archive.root / "judgements.jsonl").exists()


def test_a_judgement_on_what_was_removed_on_record_is_no_problem(judging: Judging) -> None:
    judging.accept(SAID.id)
    source = judging.archive.source(FIRST)
    line = Removal(
        kind="removal", archive=judging.archive.id, document=FIRST, sha256=source.sha256,
        at="2026-03-02T09:00:00Z", by="Joel Tanner", why="by order",
    )  # fmt: skip
    remove(judging.archive.root, [line])
    (judged,) = story.assembled(judging.archive).judged
    assert judged.misfit == "its document was removed"
    assert problems(judging) == []


def test_gathered_records_are_used_only_while_they_are_those_of_the_archive(
    judging: Judging, embedded_store: Store
) -> None:
    gathered = judging.known().gathered
    judging.accept(SAID.id)
    others = [record for record in story.OF_FIRST if record.id != ANSWERED.id]
    judging.archive.put_records(story.sha(story.TEXT), "newer", others)
    load(judging.archive, embedded_store, resolve, gathered=gathered)
    review = "MATCH (s:Statement {id: $id}) RETURN s.review"
    assert embedded_store.read(review, {"id": SAID.id}).rows == (("accepted",),)
    links = "MATCH ()-[l:RESPONDED_TO]->() RETURN count(l)"
    assert embedded_store.read(links).rows == ((0,),)
