from pathlib import Path

import pytest

from graph.archive import Archive
from graph.check import check
from graph.loading import load
from graph.model import Join
from graph.stores.store import Store
from tests.graph import story
from tests.graph.story import link, mention, span


def resolve(_: object) -> tuple[Join, ...]:
    return story.JOINS


@pytest.fixture
def told(archive: Archive) -> Archive:
    story.told(archive, story.FIRST, story.OF_FIRST)
    story.told(archive, story.SECOND, story.OF_SECOND)
    return archive


def subjects(archive: Archive, store: Store | None = None) -> list[str]:
    return [problem.subject for problem in check(archive, store, resolve)]


def source(archive: Archive) -> Path:
    return archive.root / "sources" / story.sha(story.TEXT)


def test_a_sound_archive_and_its_graph_have_no_problems(told: Archive, store: Store) -> None:
    assert check(told, None, resolve) == []
    load(told, store, resolve)
    assert check(told, store, resolve) == []


def test_an_original_that_was_changed_is_named(told: Archive) -> None:
    (source(told) / "original").write_bytes(b"other")
    assert subjects(told) == [f"sources/{story.sha(story.TEXT)}/original"]


def test_a_text_that_does_not_decode_is_named(told: Archive) -> None:
    (source(told) / "text.txt").write_bytes(b"\xff")
    assert subjects(told) == [f"sources/{story.sha(story.TEXT)}"]


def test_spans_that_no_longer_fit_are_named(told: Archive) -> None:
    (source(told) / "text.txt").write_text(story.TEXT.replace("No plan", "Mo plan"))
    text = f"sources/{story.sha(story.TEXT)}/text.txt"
    assert sorted(subjects(told)) == sorted([text, story.SAID.id, story.ABOUT.id])


def test_a_stored_text_changed_where_no_span_looks_is_named(told: Archive) -> None:
    (source(told) / "text.txt").write_text(story.TEXT[:-1] + "\t")
    assert subjects(told) == [f"sources/{story.sha(story.TEXT)}/text.txt"]


def test_a_record_on_words_that_name_a_protected_person_is_named(archive: Archive) -> None:
    words = span(story.FIRST, "No plan was made")
    masked = story.document(story.FIRST, title="Leader answers", publisher="the Wexcombe trust",
                            masked=((words.start, words.start + 2),))  # fmt: skip
    story.told(archive, story.FIRST, (masked, *story.OF_FIRST[1:]))
    assert sorted(subjects(archive)) == sorted([story.SAID.id, story.ABOUT.id])


def test_dangling_and_unlawful_records_are_named(told: Archive) -> None:
    lost = mention("person-nobody", span(story.FIRST, "she"))
    wrong = link("PART_OF", story.NORA, story.REPORT, span(story.FIRST, "report"))
    told.put_records(story.sha(story.TEXT), "key", (*story.OF_FIRST, lost, wrong))
    assert {lost.id, wrong.id} <= set(subjects(told))


def test_records_that_cannot_be_read_are_named(told: Archive) -> None:
    path = told.root / "records" / f"{story.sha(story.TEXT)}.jsonl"
    path.write_bytes(path.read_bytes() + b'{"kind": "person"}\n')
    (problem,) = check(told, None, resolve)
    assert "is not a record" in problem.happened


def test_a_graph_that_differs_is_named(told: Archive, embedded_store: Store) -> None:
    assert "graph" in subjects(told, embedded_store)
    load(told, embedded_store, resolve)
    embedded_store.delete_nodes("Report", [story.REPORT])
    found = subjects(told, embedded_store)
    assert {story.REPORT, story.ANSWERED.id, story.ABOUT.id} <= set(found)
