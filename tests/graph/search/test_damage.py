import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.check import check, checked
from graph.errors import OnRecordError
from graph.explore.search import search
from graph.loading import load
from graph.search import file, updating
from graph.search.file import path_of, reading, writing
from graph.search.finding import _Search
from graph.search.updating import update
from graph.stores.store import Store
from tests.graph import story
from tests.graph.search.damage import DAMAGES, flipped
from tests.graph.story import resolve

INDEX = "index/search.sqlite"
WORDS = ("hollin", "h", '"no plan"', "wexcombe*", "tamsin -wrote")


@pytest.fixture
def told(archive: Archive, embedded_store: Store) -> Archive:
    """The story, loaded, with an index of it."""
    story.tell(archive)
    load(archive, embedded_store, resolve)
    update(archive, embedded_store)
    return archive


def kept(archive: Archive) -> list[object]:
    with reading(archive) as index:
        return index.execute("SELECT * FROM entries ORDER BY place").fetchall()


def found(archive: Archive, store: Store) -> list[object]:
    return [search(store, archive, words) for words in WORDS]


def wrong(archive: Archive, store: Store) -> list[str]:
    return [problem.sentence() for problem in check(archive, store, resolve)]


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_index_that_is_damaged_is_named_and_a_load_makes_it_anew(
    told: Archive, embedded_store: Store, damage: str
) -> None:
    before = kept(told), found(told, embedded_store)
    DAMAGES[damage](path_of(told), path_of(told).read_bytes())
    [said] = wrong(told, embedded_store)
    assert said.startswith(f"{INDEX}: ")
    assert said.endswith(". Run `onrecord load`.")
    update(told, embedded_store, doubted=True)
    assert wrong(told, embedded_store) == []
    assert (kept(told), found(told, embedded_store)) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_search_over_a_damaged_index_finds_what_it_found_before(
    told: Archive, embedded_store: Store, damage: str
) -> None:
    before = found(told, embedded_store)
    DAMAGES[damage](path_of(told), path_of(told).read_bytes())
    assert found(told, embedded_store) == before


def test_whatever_is_changed_in_the_file_a_search_answers_and_no_changed_word_is_unnoticed(
    told: Archive, embedded_store: Store
) -> None:
    path, whole = path_of(told), kept(told)
    data = path.read_bytes()
    for seed in range(60):
        path.write_bytes(flipped(data, seed))
        if not wrong(told, embedded_store):
            assert kept(told) == whole
        found(told, embedded_store)
        update(told, embedded_store, doubted=True)
        found(told, embedded_store)


def test_a_change_finds_the_damage_and_makes_the_index_anew(
    told: Archive, embedded_store: Store
) -> None:
    DAMAGES["overwritten"](path_of(told), path_of(told).read_bytes())
    told.put_records(story.sha(story.LATER), "other", ())
    load(told, embedded_store, resolve)
    update(told, embedded_store)
    assert wrong(told, embedded_store) == []


def test_an_index_that_is_behind_or_was_left_in_the_middle_is_named(
    told: Archive, embedded_store: Store
) -> None:
    with writing(told) as index, index:
        index.execute("UPDATE state SET value = '' WHERE name = 'version'")
    [said] = wrong(told, embedded_store)
    assert said == f"{INDEX}: a change of the search index was broken off. Run `onrecord load`."
    update(told, embedded_store)
    told.put_records(story.sha(story.LATER), "other", ())
    load(told, embedded_store, resolve)
    [said] = wrong(told, embedded_store)
    assert said == (
        f"{INDEX}: the search index is not of the graph's present state. Run `onrecord load`."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE entries SET words = 'She made a plan.' WHERE paragraph = 2",
         "the search index says something else than the archive (1 of kind document)"),
        ("UPDATE things SET digest = 'x' WHERE band = 'statement'",
         "the search index says something else than the archive (3 of kind statement)"),
        ("UPDATE names SET key = 'another' WHERE key = 'nora tamsin'",
         "the search index says something else than the archive (1 of kind person)"),
        ("UPDATE things SET id = 'report-other' WHERE band = 'report'",
         "the search index lacks what the archive holds (1 of kind report)"),
    ],
)  # fmt: skip
def test_what_the_index_says_otherwise_than_the_archive_is_named(
    told: Archive, embedded_store: Store, change: str, said: str
) -> None:
    with closing(sqlite3.connect(path_of(told))) as index, index:
        assert index.execute(change).rowcount > 0
    assert f"{INDEX}: {said}. Run `onrecord load --rebuild`." in wrong(told, embedded_store)
    assert INDEX in [problem.subject for problem in check(told, None, resolve)]
    update(told, embedded_store, anew=True)
    assert wrong(told, embedded_store) == []


def test_what_was_verified_of_the_index_is_counted_and_it_is_left_as_it_is(
    told: Archive, embedded_store: Store
) -> None:
    before = path_of(told).read_bytes()
    done = checked(told, embedded_store, resolve)
    assert done.verified["entries of the search index"] == len(kept(told))
    assert path_of(told).read_bytes() == before


def test_while_the_index_is_made_anew_the_former_one_answers(
    told: Archive, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(told, embedded_store)
    begun, go_on = threading.Event(), threading.Event()
    add = updating._add

    def slowly(*given: object) -> None:
        begun.set()
        go_on.wait(60)
        add(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(updating, "_add", slowly)
    making = threading.Thread(target=update, args=(told, embedded_store), kwargs={"anew": True})
    making.start()
    try:
        assert begun.wait(60)
        assert found(told, embedded_store) == before
    finally:
        go_on.set()
        making.join()
    assert found(told, embedded_store) == before


def test_searches_while_the_index_is_made_anew_again_and_again_all_find_the_same(
    told: Archive, embedded_store: Store
) -> None:
    before = found(told, embedded_store)
    over = threading.Event()

    def make() -> None:
        while not over.is_set():
            update(told, embedded_store, anew=True)

    making = threading.Thread(target=make)
    making.start()
    try:
        assert all(found(told, embedded_store) == before for _ in range(10))
    finally:
        over.set()
        making.join()


@pytest.mark.parametrize("left", [False, True], ids=["whole", "after a kill"])
def test_the_former_index_stands_until_the_new_one_takes_its_place(
    told: Archive, embedded_store: Store, monkeypatch: pytest.MonkeyPatch, *, left: bool
) -> None:
    path, replace = path_of(told), Path.replace
    before = found(told, embedded_store)
    journal = path.with_name(f"{path.name}-journal")
    stood = []

    def watched(partial: Path, target: Path) -> Path:
        if target == path:
            stood.append((path.exists(), journal.exists()))
        return replace(partial, target)

    if left:
        journal.write_bytes(b"of a change that was broken off")
    monkeypatch.setattr(Path, "replace", watched)
    update(told, embedded_store, anew=True)
    assert stood == [(not left, False)]
    assert found(told, embedded_store) == before


def test_a_search_sees_the_index_at_one_moment(
    told: Archive, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []
    named = _Search.named

    def disturbed(search: _Search, limit: int) -> list[int]:
        with closing(sqlite3.connect(path_of(told), timeout=0)) as index:
            try:
                with index:
                    index.execute("DELETE FROM things")
            except sqlite3.OperationalError as fault:
                refused.append(str(fault))
        return named(search, limit)

    before = search(embedded_store, told, "hollin")
    monkeypatch.setattr(_Search, "named", disturbed)
    assert search(embedded_store, told, "hollin") == before
    assert refused == ["database is locked"]


def test_an_index_that_stays_locked_is_said_to_be_changed_by_another_command(
    told: Archive, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "_WAIT", 0.1)
    with closing(sqlite3.connect(path_of(told))) as index:
        index.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OnRecordError, match="another command is changing the search index"):
            search(embedded_store, told, "hollin")
