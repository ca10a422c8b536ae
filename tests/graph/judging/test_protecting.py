"""Protecting somebody by name: the name leaves everything, and comes back with an undo."""

import re
from dataclasses import replace

import pytest

from graph.archive import Archive
from graph.assembly import assembly
from graph.judging import Judging
from graph.loading.rows import graph_rows
from graph.masking import masked
from graph.model import Document, Entity, Link, Mention, Statement
from graph.records import encode_lines
from tests.graph import story
from tests.graph.story import ANSWERED, CLLR, FIRST, NORA, REPORT, SAID, SECOND, resolve, span


@pytest.fixture
def judging(archive: Archive) -> Judging:
    named = story.statement(span(SECOND, "Cllr Tamsin wrote"), None)
    beside = replace(SAID.speakers[0], span=span(FIRST, "Nora Tamsin"))
    after_her = story.entity("organisation-t", "organisation", "Nora Tamsin Foundation")
    records = [replace(r, speakers=(beside,)) if r == SAID else r for r in story.OF_FIRST]
    story.told(archive, FIRST, tuple(records))
    story.told(archive, SECOND, (*story.OF_SECOND, named, after_her))
    return Judging(archive=archive, resolve=resolve, by="Mina Arkwright")


def everything(judging: Judging) -> str:
    made = assembly(judging.archive, resolve)
    rows = graph_rows(made)
    told = [str(dict(row.properties)) for row in (*rows.nodes, *rows.edges)]
    return encode_lines(made.records).decode() + "".join(told)


def test_no_record_and_no_row_holds_the_name_or_an_id_that_derives_from_it(
    judging: Judging,
) -> None:
    assert "Tamsin" in everything(judging)
    judging.protect(NORA, why="Nora Tamsin asked for it")
    told = everything(judging)
    assert re.findall("tamsin|nora", told, re.IGNORECASE) == []
    assert [id_ for id_ in (NORA, CLLR) if id_ in told] == []


def test_what_they_said_stays_without_the_words_that_name_them(judging: Judging) -> None:
    judging.protect(NORA)
    records = assembly(judging.archive, resolve).records
    (person,) = (r for r in records if isinstance(r, Entity) and r.name == "a protected person")
    assert (person.protected, person.anonymous, person.aliases) == (True, True, ())
    (said,) = (r for r in records if r.id == SAID.id)
    assert isinstance(said, Statement)
    assert [(one.entity, one.span) for one in said.speakers] == [(person.id, None)]
    (answered,) = (r for r in records if isinstance(r, Link) and r.type == "RESPONDED_TO")
    assert (answered.source, answered.target, answered.spans) == (
        person.id, REPORT, ANSWERED.spans,
    )  # fmt: skip
    assert [r for r in records if isinstance(r, Mention) and r.entity == person.id] == []


def test_the_words_are_masked_in_every_text_and_statements_on_them_withheld(
    judging: Judging,
) -> None:
    judging.protect(NORA)
    documents = {
        r.id: r for r in assembly(judging.archive, resolve).records if isinstance(r, Document)
    }
    shown = {id_: masked(story.TEXTS[id_], one.masked) for id_, one in documents.items()}
    assert shown[FIRST].startswith("▇" * 11 + " answered the Hollin House report.")
    assert "Tamsin" not in shown[SECOND]
    assert {id_: one.withheld for id_, one in documents.items()} == {FIRST: 0, SECOND: 1}


def test_an_undo_brings_everything_back(judging: Judging) -> None:
    before = assembly(judging.archive, resolve).records
    protected = judging.protect(NORA)
    judging.undo(protected.id)
    assert assembly(judging.archive, resolve).records == before
