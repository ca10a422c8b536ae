from dataclasses import replace

import pytest

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.explore.search import search
from graph.loading import load
from graph.loading.standing import Noted, note
from graph.model import Document
from graph.search.file import FULL_TEXT, path_of, reading, writing
from graph.search.updating import update
from graph.stores.store import NodeRow, Store
from tests.graph import story
from tests.graph.story import entity, resolve


@pytest.fixture
def told(archive: Archive) -> Archive:
    return story.tell(archive)


def found(store: Store, archive: Archive, words: str) -> list[str]:
    hits = search(store, archive, words)
    assert not hits.behind
    return [hit.id for hit in hits.results]


def everything(archive: Archive) -> list[object]:
    """Return all that the index keeps, and what its full-text table finds."""
    with reading(archive) as index:
        tables = ["SELECT * FROM things ORDER BY 1", "SELECT * FROM names ORDER BY 1, 2",
                  "SELECT * FROM entries ORDER BY 1"]  # fmt: skip
        kept: list[object] = [index.execute(table).fetchall() for table in tables]
        asked = ('"tamsin"', '"hollin"', '"was"', 'words : "no plan"')
        ranked = "SELECT rowid, rank FROM {}(?) ORDER BY rowid"
        found = [
            index.execute(ranked.format(table), (one,)).fetchall()
            for table in FULL_TEXT
            for one in asked
        ]
        return [*kept, *found]


def test_the_index_is_private_and_is_made_when_something_is_searched_for(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    assert not path_of(told).exists()
    assert found(embedded_store, told, "plan made") != []
    assert path_of(told).stat().st_mode & 0o777 == 0o600
    assert path_of(told).parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("told_what", [True, False], ids=["told", "not-told"])
def test_an_index_brought_up_to_date_step_by_step_equals_a_new_one(
    told: Archive, embedded_store: Store, told_what: bool
) -> None:
    load(told, embedded_store, resolve)
    update(told, embedded_store)
    told.put_records(story.sha(story.LATER), "other", ())
    changed = (*story.OF_FIRST[:2], entity(story.REPORT, "report", "the Hollin House report", "HH"),
               *story.OF_FIRST[3:])  # fmt: skip
    told.put_records(story.sha(story.TEXT), "other", changed)
    touched = load(told, embedded_store, resolve).touched
    assert touched is not None
    assert {story.REPORT, story.SECOND} <= touched.ids
    update(told, embedded_store, touched=touched if told_what else None)
    assert found(embedded_store, told, "hh") == [story.REPORT]
    assert found(embedded_store, told, "wrote trust") == []
    there = everything(told)
    update(told, embedded_store, anew=True)
    assert everything(told) == there


def test_an_index_of_another_archive_is_not_asked(
    told: Archive, embedded_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Archive.create(tmp_path_factory.mktemp("other") / "archive", title="Other")
    with writing(other):
        pass
    load(told, embedded_store, resolve)
    path_of(told).parent.mkdir()
    path_of(other).rename(path_of(told))
    assert found(embedded_store, told, "hollin") != []


def test_while_a_load_is_under_way_a_search_says_so_and_shows_nothing_that_has_changed(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    before = found(embedded_store, told, "hollin")
    note(embedded_store, told.id, Noted(version=""))
    changed = {"name": "a report", "digest": "other", "archive": told.id}
    embedded_store.put_nodes([NodeRow(label="Report", id=story.REPORT, properties=changed)])
    hits = search(embedded_store, told, "hollin")
    assert hits.behind
    assert [hit.id for hit in hits.results] == [id_ for id_ in before if id_ != story.REPORT]


def test_while_another_process_changes_the_index_the_old_one_answers_and_says_so(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    before = found(embedded_store, told, "hollin")
    told.put_records(story.sha(story.LATER), "other", ())
    load(told, embedded_store, resolve)
    with writing(told):
        hits = search(embedded_store, told, "hollin")
    assert (hits.behind, [hit.id for hit in hits.results]) == (True, before)
    assert len(hits.notes()) == 1
    assert found(embedded_store, told, "wrote trust") == []


def test_words_that_are_masked_now_are_neither_found_nor_in_the_file(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    assert found(embedded_store, told, "resident") == [story.RESIDENT, story.FIRST]
    at = story.TEXT.index("resident")
    hidden = [
        replace(one, masked=((at, at + len("resident")),)) if isinstance(one, Document) else one
        for one in story.OF_FIRST
        if one.id != story.RESIDENT
    ]
    told.put_records(story.sha(story.TEXT), "other", hidden)
    load(told, embedded_store, resolve)
    assert found(embedded_store, told, "resident") == []
    assert b"resident" not in path_of(told).read_bytes()
    assert found(embedded_store, told, "locked") != []


def test_an_index_that_cannot_be_written_is_named(told: Archive, embedded_store: Store) -> None:
    load(told, embedded_store, resolve)
    path_of(told).parent.write_text("a file where the folder should be")
    with pytest.raises(OnRecordError, match="search index"):
        search(embedded_store, told, "hollin")


def test_what_a_load_touched_is_not_enough_for_an_index_of_another_version(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    update(told, embedded_store)
    told.put_records(story.sha(story.LATER), "other", ())
    load(told, embedded_store, resolve)
    told.put_records(story.sha(story.LATER), "again", story.OF_SECOND[1:])
    touched = load(told, embedded_store, resolve).touched
    update(told, embedded_store, touched=touched)
    there = everything(told)
    update(told, embedded_store, anew=True)
    assert everything(told) == there
