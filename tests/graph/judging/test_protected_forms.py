"""Every form in which a protected name may come: in texts, heads, reasons, what people add."""

import re

import pytest

from graph.archive import Archive
from graph.assembly import Assembly, put_together
from graph.hiding import called, name_words
from graph.judgements import Judgement, Log
from graph.judging import Judging
from graph.loading.rows import graph_rows
from graph.masking import masked
from graph.model import Document, Entity, Join, Link, Mention, Record, Speaker, Statement
from graph.records import encode_lines
from tests.graph import story
from tests.graph.story import (
    ANSWERED,
    FIRST,
    NORA,
    REPORT,
    SAID,
    SECOND,
    TRUST,
    resolve,
    span,
)

DOCUMENT = "doc-forms"


def together(
    text: str, *records: Record, name: str = "Nora Jane Tamsin-Field", **head: str
) -> Assembly:
    """Return one document that speaks of the person, who is protected, put together."""
    facts: dict[str, str | None] = {"title": None, "url": None, "publisher": None, "licence": None}
    document = Document(
        id=DOCUMENT, sha256="0" * 64, media_type="text/plain", characters=len(text),
        published=None, **{"name": "a.txt", **facts, **head},  # type: ignore[arg-type]
    )  # fmt: skip
    person = Entity(id=NORA, type="person", name=name)
    words = [story.mention(NORA, story.Span.of(DOCUMENT, text, 0, len(name)))]
    assert text.startswith(name)
    protect = Judgement(id="jd-1", at="2026", by="Mina", action="protect", on=NORA, saw=(person,))
    return put_together(
        [(DOCUMENT, (document, person, *words, *records))], (), Log(judgements=(protect,)),
        lambda _: text,
    )  # fmt: skip


def shown(text: str, name: str = "Nora Jane Tamsin-Field") -> str:
    (document,) = (one for one in together(text, name=name).records if isinstance(one, Document))
    return masked(text, document.masked)


@pytest.mark.parametrize(
    "form",
    [
        "Nora Jane Tamsin-Field", "NORA JANE TAMSIN-FIELD", "Nora Tamsin-Field",
        "Nora Tamsin Field",
        "Nora Tamsin", "Nora Field", "Ms Tamsin-Field", "Ms Tamsin", "Ms Field", "Tamsin-Field’s",
        "Nora’s", "Jane", "N. J. Tamsin-Field", "N.J. Tamsin", "Tamsin-Field, Nora", "the Tamsins",
        "Nóra Tàmsin-Field", "No\u0301ra", "Tam\u00adsin", "Tam-\nsin", "Nora\nJane\nTamsin-Field",
        "@noratamsinfield", "n.tamsin@a.example", "tamsin-field@a.example", "ntamsin@a.example",
        "https://a.example/noras-story/tamsins", "#JusticeForNora #nora", "Nora\u00a0Tamsin",
        "Tamsin‑Field",
    ],
)  # fmt: skip
def test_a_text_that_speaks_of_them_shows_no_form_of_the_name(form: str) -> None:
    told = shown(f"Nora Jane Tamsin-Field was there. Then {form} left, by 9.")
    assert told.endswith(", by 9.")
    assert re.findall("nora|tamsin|jane|field|nóra|tàmsin", told, re.IGNORECASE) in (
        [], ["Nora"] if "JusticeForNora" in form else [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Siobhán O’Tamsin", "Siobhan OTamsin"),
        ("Siobhán O’Tamsin", "Ms O'Tamsin"),
        ("Mei Ng", "Ms Ng"),
        ("Nora Judge", "Ms Judge"),
        ("Nora Judge", "Nora Judge"),
        ("Ms Nora Tamsin", "Tamsin"),
        ("Zoë Brontë", "ZOE BRONTE"),
        ("נורה כהן", "כהן"),
        ("王芳", "我见过王芳她"),
    ],
)
def test_names_of_any_shape_are_hidden(name: str, form: str) -> None:
    told = shown(f"{name} was there. Then {form} left.", name)
    hidden = called([name_words(name)])
    assert not hidden.is_in(told)
    assert form not in told


def test_common_words_and_other_people_stay() -> None:
    text = "Nora Judge spoke of May. The Judge said: in May, Joel Norris and Taylor left the parks."
    assert shown(text, "Nora Judge") == text.replace("Nora Judge", "▇" * 10)


def test_heads_of_documents_hold_no_form_of_the_name() -> None:
    made = together(
        "Nora Tamsin was there.", name="Nora Tamsin", title="Ms Tamsin’s story",
        url="https://a.example/n%6Fra-tamsin/tamsins-story?by=ntamsin", publisher="Tamsin Press",
        licence="© Nora Tamsin",
    )  # fmt: skip
    (document,) = (one for one in made.records if isinstance(one, Document))
    heads = (document.title, document.url, document.publisher, document.licence)
    assert re.findall("nora|tamsin", " ".join(map(str, heads)), re.IGNORECASE) == []


def test_things_called_after_them_are_left_out_and_others_of_their_surname_stay() -> None:
    things = [
        story.entity("report-t", "report", "the Tamsin Review"),
        story.entity("law-t", "law", "Tamsin’s Law"),
        story.entity("organisation-t", "organisation", "the Tamsins Trust"),
        story.entity("person-j", "person", "Joel Tamsin"),
        story.entity("report.x", "report", "a report of the gazetteer, Tamsin"),
    ]
    made = together("Nora Tamsin was there.", *things, name="Nora Tamsin")
    names = {one.name for one in made.records if isinstance(one, Entity)}
    assert names == {
        "a protected person", "Joel Tamsin", "a report of the gazetteer, Tamsin",
    }  # fmt: skip


def told(judging: Judging) -> str:
    """Return all that leaves the archive: records, rows, problems."""
    made = judging.known().made
    rows = graph_rows(made)
    shown = [str(dict(row.properties)) for row in (*rows.nodes, *rows.edges)]
    problems = [problem.sentence() for problem in (*made.problems, *rows.problems)]
    return encode_lines(made.records).decode() + "".join([*shown, *problems])


NAMED = re.compile("tamsin|nora", re.IGNORECASE)


def test_what_people_wrote_before_or_after_does_not_tell_the_name(judging: Judging) -> None:
    def write() -> None:
        judging.correct(
            FIRST, title="Nora Tamsin answers", publisher="Tamsin Press", licence="N. Tamsin"
        )
        judging.edit(TRUST, aliases=["Nora Tamsin’s Trust"], url="https://a.example/nora-tamsin")
        judging.edit(ANSWERED.id, role="as Ms Tamsin")
        judging.accept(SAID.id, why="Ms Tamsin told me")
        judging.compare(SAID.id, story.TOLD.id, "same", why="NORA TAMSIN says so")

    write()
    assert NAMED.search(told(judging))
    judging.protect(NORA, why="Nora asked for it")
    assert NAMED.findall(told(judging)) == []
    judging.undo(TRUST)
    write_again = Judging(archive=judging.archive, resolve=resolve, by="Joel Tanner")
    write_again.correct(FIRST, title="What Tamsin says")
    write_again.reject(SAID.id, why="Tamsin denies it")
    assert NAMED.findall(told(judging)) == []


def test_what_people_added_does_not_tell_the_name(judging: Judging) -> None:
    double = judging.add_entity("person", "Nora Tamsin", span(SECOND, "Cllr Tamsin")).on
    words = span(SECOND, "Cllr Tamsin wrote")
    added = judging.add_statement(
        [words], speakers=[Speaker(entity=NORA, span=words, capacity="self")]
    )
    judging.merge(double, NORA, why="Nora Tamsin is one person")
    judging.protect(NORA)
    assert NAMED.findall(told(judging)) == []
    assert added.on not in judging.known().records
    assert judging.known().made.problems == ()


def test_one_whom_a_person_added_is_protected_under_every_name(judging: Judging) -> None:
    added = judging.add_entity("person", "Rhoda Penn", span(SECOND, "Cllr")).on
    judging.edit(added, name="Rhoda Tamsin", aliases=["Nora Tamsin"])
    judging.protect(added)
    assert re.findall("rhoda|penn|tamsin", told(judging), re.IGNORECASE) == []


def test_a_protection_holds_when_newer_records_name_the_person_otherwise(judging: Judging) -> None:
    judging.protect(NORA)
    newer = [
        story.entity("person-new", "person", "Nora J. Tamsin") if one.id == NORA else one
        for one in story.OF_FIRST
        if not isinstance(one, Statement | Link | Mention)
    ]
    judging.archive.put_records(story.sha(story.TEXT), "newer", newer)
    judging.archive.put_records(story.sha(story.LATER), "newer", [
        story.entity("person-other", "person", "Councillor Tamsin") if one.id == story.CLLR else one
        for one in story.OF_SECOND if not isinstance(one, Mention)
    ])  # fmt: skip
    (problem,) = judging.known().made.problems
    assert "is not there any more" in problem.happened
    assert [NAMED.findall(told(judging)), NORA in told(judging)] == [[], False]


def test_a_near_copy_of_a_text_that_speaks_of_them_is_masked_too(judging: Judging) -> None:
    records = [
        one for one in story.OF_SECOND if one.id != story.CLLR and not isinstance(one, Mention)
    ]
    judging.archive.put_records(story.sha(story.LATER), "newer", records)
    copies = (Join(id=SECOND, into=FIRST, method="copies", why="near-identical"),)
    copied = Judging(archive=judging.archive, resolve=lambda _: copies, by="Mina Arkwright")
    copied.protect(NORA)
    document = copied.known().records[SECOND]
    assert isinstance(document, Document)
    assert masked(story.LATER, document.masked) == "Cllr ▇▇▇▇▇▇ wrote to the Wexcombe Trust.\n"


def test_a_protected_person_is_not_parted_named_or_joined(judging: Judging) -> None:
    before = judging.accept(SAID.id)
    judging.protect(NORA)
    (person,) = (one.id for one in judging.known().records.values()
                 if isinstance(one, Entity) and one.name == "a protected person")  # fmt: skip
    judged = {one.judgement.id: one for one in judging.known().made.judged}
    assert (judged[before.id].misfit, judging.known().made.problems) == (None, ())
    after = judging.reject(ANSWERED.id if ANSWERED.id in judging.known().records else next(
        one.id for one in judging.known().records.values()
        if isinstance(one, Link) and one.target == REPORT and one.source == person
    ))  # fmt: skip
    judging.undo(person)
    assert judging.known().records[ANSWERED.id].review == "rejected"  # type: ignore[union-attr]
    assert judging.known().made.problems == ()
    assert after.on != ANSWERED.id


def test_a_name_that_a_document_masks_is_told_by_no_reason(archive: Archive) -> None:
    document = story.document(FIRST, title="Leader answers", masked=((0, 11),))
    kept = [
        one for one in story.OF_FIRST if one.id != NORA and not isinstance(one, Document | Mention)
    ]
    unnamed = story.entity(NORA, "person", "a survivor", anonymous=True, protected=True)
    story.told(archive, FIRST, (document, unnamed, *kept))
    judging = Judging(archive=archive, resolve=lambda _: (), by="Mina Arkwright")
    judging.accept(SAID.id, why="heard Nora Tamsin say so")
    judging.correct(FIRST, title="Nora Tamsin answers")
    judging.edit(REPORT, name="the Tamsin report")
    assert story.TEXT.startswith("Nora Tamsin")
    assert NAMED.findall(told(judging).replace(NORA, "")) == []
