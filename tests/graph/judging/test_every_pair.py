"""Every kind of decision on every kind of thing: refused before it is written, or followed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import OnRecordError
from graph.judgements import Judgement, read
from graph.judging import Judging
from graph.model import Entity, Link, Record, Speaker, Statement
from tests.graph import story
from tests.graph.story import (
    ABOUT,
    ANSWERED,
    CASE,
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
    span,
)

Things = dict[str, str]
WROTE = span(SECOND, "wrote to the Wexcombe Trust")


def things(judging: Judging) -> Things:
    """Return an id of each kind of thing, after the decisions that make some of them."""
    person = judging.add_entity("person", "Rhoda Penn", span(SECOND, "Cllr")).on
    other = judging.add_entity("person", "R. Penn", span(SECOND, "Trust")).on
    body = judging.add_entity("organisation", "Hollin House", span(FIRST, "Hollin House")).on
    hidden = judging.add_entity("person", "Ines Holloway", span(FIRST, "she")).on
    protect = judging.protect(hidden)
    speaker = Speaker(entity=person, span=None, capacity="self")
    said = judging.add_statement([WROTE], speakers=[speaker], form="indirect").on
    link = judging.add_link("CONCERNS", REPORT, body, [span(FIRST, "the Hollin House report")]).on
    rejected = judging.reject(TOLD.id)
    (person_hidden,) = (
        one.on for one in story.assembled(judging.archive).judged if one.judgement == protect
    )
    return {
        "person": NORA, "joined": CLLR, "body": TRUST, "report": REPORT, "unnamed": RESIDENT,
        "added person": person, "other added": other, "added body": body,
        "protected": person_hidden, "statement": SAID.id, "rejected": TOLD.id,
        "within rejected": NESTED.id, "added statement": said, "link": ANSWERED.id,
        "about": ABOUT.id, "added link": link, "document": FIRST, "other document": SECOND,
        "judgement": rejected.id, "nothing": CASE,
    }  # fmt: skip


def now(judging: Judging, id_: str) -> Record | None:
    known = judging.known()
    return known.records.get(known.made.into.get(id_, id_))


Ask = Callable[[Judging, Things, str], Judgement]
Seen = Callable[[Judging, Things, str], bool]


def asked_for(ask: Ask, judging: Judging, things: Things, id_: str) -> Judgement | None:
    try:
        return ask(judging, things, id_)
    except OnRecordError:
        return None


def _review(judging: Judging, id_: str) -> str:
    record = now(judging, id_)
    assert isinstance(record, Statement | Link)
    return record.review


def _parted(judging: Judging, things: Things, id_: str) -> bool:
    return not any(one.into == id_ for one in story.assembled(judging.archive).joins)


def _one(other: str) -> tuple[Ask, Seen]:
    return (
        lambda judging, things, id_: judging.merge(id_, things[other]),
        lambda judging, things, id_: now(judging, id_) == now(judging, things[other]),
    )


ASKED: dict[str, tuple[Ask, Seen]] = {
    "accept": (lambda j, _, id_: j.accept(id_), lambda j, _, id_: _review(j, id_) == "accepted"),
    "reject": (lambda j, _, id_: j.reject(id_), lambda j, _, id_: _review(j, id_) == "rejected"),
    "retract": (lambda j, _, id_: j.retract(id_),
                lambda j, _, id_: bool(getattr(now(j, id_), "retracted", False))),
    "edit name": (lambda j, _, id_: j.edit(id_, name="Someone Else", aliases=["S. Else"]),
                  lambda j, _, id_: getattr(now(j, id_), "name", "") == "Someone Else"),
    "edit kind": (lambda j, _, id_: j.edit(id_, type="operation"),
                  lambda j, _, id_: getattr(now(j, id_), "type", "") == "operation"),
    "edit date": (lambda j, _, id_: j.edit(id_, date=None, about=[]),
                  lambda j, _, id_: getattr(now(j, id_), "about", None) == ()),
    "edit role": (lambda j, _, id_: j.edit(id_, role="chair"),
                  lambda j, _, id_: getattr(now(j, id_), "role", "") == "chair"),
    "correct": (lambda j, _, id_: j.correct(id_, title="Another title"),
                lambda j, _, id_: getattr(now(j, id_), "title", "") == "Another title"),
    "merge person": _one("person"),
    "merge added": _one("added person"),
    "merge body": _one("added body"),
    "merge protected": _one("protected"),
    "split joined": (lambda j, t, id_: j.split(id_, [CLLR]), _parted),
    "split document": (lambda j, t, id_: j.split(id_, [SECOND]),
                       lambda j, t, id_: SECOND not in {m.span.document for m in
                                                        j.known().records.values()
                                                        if getattr(m, "entity", "") == id_}),
    "protect": (lambda j, _, id_: j.protect(id_),
                lambda j, _, id_: bool(getattr(now(j, id_), "protected", False))),
    "compare": (lambda j, t, id_: j.compare(id_, t["added statement"], "same", why="read both"),
                lambda *_: True),
}  # fmt: skip
KINDS = (
    "person", "joined", "body", "report", "unnamed", "added person", "other added", "added body",
    "protected", "statement", "rejected", "within rejected", "added statement", "link", "about",
    "added link", "document", "other document", "judgement", "nothing",
)  # fmt: skip


@pytest.mark.parametrize("asked", ASKED)
def test_a_decision_is_refused_before_it_is_written_or_followed_and_undone(
    judging: Judging, asked: str
) -> None:
    ask, seen = ASKED[asked]
    all_things = things(judging)
    assert tuple(all_things) == KINDS
    log, before = read(judging.archive).judgements, story.assembled(judging.archive)
    assert before.problems == ()
    done = []
    for kind, id_ in all_things.items():
        if (judgement := asked_for(ask, judging, all_things, id_)) is None:
            assert read(judging.archive).judgements == log, kind
            continue
        after = story.assembled(judging.archive)
        (told,) = (one for one in after.judged if one.judgement.id == judgement.id)
        assert (told.misfit, after.problems) == (None, ()), (kind, after.problems)
        assert seen(judging, all_things, id_), kind
        judging.undo(judgement.id)
        assert story.assembled(judging.archive).records == before.records, kind
        log = read(judging.archive).judgements
        done.append(kind)
    assert done == FOLLOWED[asked]


THINGS = ["person", "joined", "body", "report", "added person", "other added", "added body"]
FOLLOWED = {
    "accept": ["statement", "rejected", "added statement", "link", "about", "added link"],
    "reject": ["statement", "rejected", "within rejected", "added statement", "link", "about",
               "added link"],
    "retract": ["statement", "rejected", "within rejected", "added statement", "link", "about",
                "added link", "document", "other document"],
    "edit name": THINGS,
    "edit kind": THINGS,
    "edit date": ["statement", "rejected", "added statement"],
    "edit role": ["link", "about", "added link"],
    "correct": ["document", "other document"],
    "merge person": ["added person", "other added"],
    "merge added": ["person", "joined", "other added"],
    "merge body": ["body"],
    "merge protected": [],
    "split joined": ["person", "joined"],
    "split document": ["person", "joined"],
    "protect": ["person", "joined", "added person", "other added"],
    "compare": ["statement", "rejected", "within rejected"],
}  # fmt: skip


def test_a_kind_that_was_corrected_counts_for_a_merge_and_a_protection(judging: Judging) -> None:
    judging.edit(TRUST, type="person", name="Una Trust")
    judging.merge(TRUST, NORA)
    nora = now(judging, TRUST)
    assert isinstance(nora, Entity)
    assert (nora.id, nora.name) == (NORA, "Nora Tamsin")
    assert set(nora.aliases) == {"Cllr Tamsin", "Una Trust", "the Trust"}
    judging.protect(NORA)
    assert story.assembled(judging.archive).problems == ()


def test_what_was_corrected_is_of_what_was_one_then(judging: Judging) -> None:
    added = judging.add_entity("person", "Nora Tamsyn", span(SECOND, "Cllr Tamsin")).on
    judging.edit(NORA, aliases=["N. T."])
    judging.merge(added, NORA, why="a slip of the pen")
    nora = now(judging, NORA)
    assert isinstance(nora, Entity)
    assert (nora.name, nora.aliases) == ("Nora Tamsin", ("N. T.", "Nora Tamsyn"))
    judging.split(NORA, [CLLR])
    parted = now(judging, CLLR)
    assert isinstance(parted, Entity)
    assert (parted.name, parted.aliases) == ("Cllr Tamsin", ())


def test_an_added_person_is_merged_in_either_direction_and_parted_again(judging: Judging) -> None:
    added = judging.add_entity("person", "Nora Tamsyn", span(SECOND, "Cllr Tamsin")).on
    merge = judging.merge(NORA, added)
    assert story.assembled(judging.archive).into[CLLR] == added
    said = now(judging, SAID.id)
    assert isinstance(said, Statement)
    assert [one.entity for one in said.speakers] == [added]
    judging.split(added, [NORA])
    assert story.assembled(judging.archive).into.get(NORA, NORA) == NORA
    judging.undo(added)
    judging.undo(merge.id)
    judging.merge(added, NORA)
    assert story.assembled(judging.archive).into[added] == NORA


def test_a_link_whose_end_was_corrected_is_undone_by_the_id_it_has(judging: Judging) -> None:
    judging.edit(ANSWERED.id, source=TRUST)
    (moved,) = (one.id for one in story.assembled(judging.archive).records
                if isinstance(one, Link) and one.source == TRUST)  # fmt: skip
    judging.accept(moved)
    judging.undo(moved)
    judging.undo(moved)
    assert now(judging, ANSWERED.id) == ANSWERED


def test_what_is_rejected_or_withdrawn_around_it_is_said_at_once(judging: Judging) -> None:
    judging.reject(TOLD.id)
    with pytest.raises(OnRecordError, match="stands within"):
        judging.accept(NESTED.id)
    judging.retract(FIRST)
    with pytest.raises(OnRecordError, match="withdrawn already"):
        judging.retract(SAID.id)
    judging.undo(FIRST)
    judging.accept(SAID.id)
    assert now(judging, SAID.id) == replace(SAID, review="accepted")
