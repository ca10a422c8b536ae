"""Whatever people judge, in whatever order, the records hold together and come back by undo."""

from hypothesis import given
from hypothesis import strategies as st

from graph.assembly import Assembly, put_together
from graph.judgements import Judgement, Log
from graph.loading.rows import graph_rows
from graph.model import Document, Link, Statement, spans_of
from tests.graph import story
from tests.graph.story import CLLR, FIRST, NORA, RESIDENT, SECOND, TRUST

SOURCES = ((FIRST, story.OF_FIRST), (SECOND, story.OF_SECOND))
ADDED = (story.entity("person-added", "person", "N. Tamsin"),
         story.mention("person-added", story.span(SECOND, "Cllr")))  # fmt: skip
RECORDS = {record.id: record for _, records in (*SOURCES, (SECOND, ADDED)) for record in records}
PEOPLE = (NORA, CLLR, RESIDENT, TRUST, ADDED[0].id)
SAID = [id_ for id_, record in RECORDS.items() if isinstance(record, Statement | Link)]


def text(document: Document) -> str:
    return story.TEXTS[document.id]


def together(*judgements: Judgement) -> Assembly:
    return put_together(SOURCES, story.JOINS, Log(judgements=judgements), text)


def judgement(number: int, action: str, on: str, **more: object) -> Judgement:
    facts = {"saw": (RECORDS[on],) if on in RECORDS else (), **more}
    return Judgement(
        id=f"jd-{number}", at="2026-03-01", by="Mina Arkwright", action=action,  # type: ignore[arg-type]
        on=on, **facts,  # type: ignore[arg-type]
    )  # fmt: skip


@st.composite
def logs(draw: st.DrawFn) -> tuple[Judgement, ...]:
    made: list[Judgement] = []
    for number in range(draw(st.integers(0, 8))):
        action = draw(st.sampled_from(("accept", "reject", "retract", "merge", "split", "protect",
                                       "edit", "correct", "compare", "undo", "add",
                                       "rename")))  # fmt: skip
        one, other = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(PEOPLE))
        said = draw(st.sampled_from(SAID))
        on = {"merge": one, "split": one, "protect": one, "rename": one, "add": ADDED[0].id,
              "correct": FIRST}.get(action, said)  # fmt: skip
        more: dict[str, object] = {
            "merge": {"other": other, "saw": (RECORDS[one], RECORDS[other])},
            "split": {"parts": (draw(st.sampled_from((*PEOPLE, FIRST, SECOND))),)},
            "edit": {"changes": {"date": None}},
            "rename": {"changes": draw(st.sampled_from(
                ({"name": "Nora Tamsin"}, {"type": "person"}, {"aliases": ["Tamsin"]})))},
            "add": {"added": ADDED, "saw": ()},
            "correct": {"changes": {"title": "Leader answers at last"}},
            "compare": {"other": story.TOLD.id, "verdict": "same", "why": "read both",
                        "saw": (RECORDS[said], story.TOLD)},
        }.get(action, {})  # fmt: skip
        if action == "undo":
            on, more = f"jd-{draw(st.integers(0, 8))}", {"saw": ()}
        made.append(judgement(number, "edit" if action == "rename" else action, on, **more))
    return tuple(made)


@given(logs())
def test_every_span_still_holds_its_words_and_every_id_stands_once(
    log: tuple[Judgement, ...],
) -> None:
    made = together(*log)
    for record in made.records:
        for span in spans_of(record):
            span.check(story.TEXTS[span.document])
    ids = [(record.kind, record.id) for record in made.records]
    assert len(set(ids)) == len(ids)
    assert graph_rows(made).problems == ()


@given(logs())
def test_every_judgement_that_stands_is_followed_or_told(log: tuple[Judgement, ...]) -> None:
    made = together(*log)
    told = {problem.subject for problem in made.problems}
    assert [one.judgement.id for one in made.judged] == [one.id for one in log]
    assert {one.judgement.id for one in made.judged if one.misfit} <= told
    assert all(one.stands for one in made.judged if one.misfit)


@given(logs())
def test_undoing_everything_from_the_last_brings_the_records_back(
    log: tuple[Judgement, ...],
) -> None:
    undoing = [
        Judgement(id=f"jd-u{number}", at="2026", by="Joel Tanner", action="undo", on=one.id)
        for number, one in enumerate(reversed(log))
        if one.action != "undo"
    ]
    lone = tuple(one for one in log if one.action != "undo")
    assert together(*lone, *undoing).records == together().records


@given(logs())
def test_nobody_who_is_protected_is_named(log: tuple[Judgement, ...]) -> None:
    made = together(*log, judgement(99, "protect", NORA))
    named = [record for record in made.records if "Nora Tamsin" in str(record)]
    assert named == []
