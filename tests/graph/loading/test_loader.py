import sqlite3
import time
from contextlib import closing

import pytest

from graph.archive import Archive
from graph.errors import UsageError
from graph.loading import LoadSummary, desired, load, loader, remove, up_to_date
from graph.loading.stamp import stamp
from graph.model import Join
from graph.stores.store import EdgeRow, NodeRow, Store
from tests.graph import story
from tests.graph.story import entity, resolve

COUNTS = {
    "Document": 2, "Organisation": 1, "Passage": 8, "Person": 2, "Report": 1, "Statement": 3,
    "ABOUT": 1, "ISSUED_BY": 0, "MADE_BY": 2, "MENTIONS": 4, "PART_OF_TEXT": 8, "RESPONDED_TO": 1,
    "STATED_IN": 3, "WITHIN": 1,
}  # fmt: skip


@pytest.fixture
def told(archive: Archive) -> Archive:
    return story.tell(archive)


def everything(store: Store) -> tuple[object, object]:
    nodes = store.read("MATCH (n) WHERE n.id IS NOT NULL RETURN n.id, n.digest ORDER BY n.id")
    edges = store.read("MATCH ()-[r]->() RETURN r.id, r.digest ORDER BY r.id")
    return nodes.rows, edges.rows


def test_a_graph_is_loaded_whole_and_a_second_load_does_nothing(
    told: Archive, store: Store
) -> None:
    first = load(told, store, resolve)
    expected = {name: count for name, count in COUNTS.items() if count}
    assert dict(first.added) == {**expected, "ISSUED_BY": 1}
    assert (dict(first.changed), dict(first.removed), first.problems) == ({}, {}, ())
    there = everything(store)
    assert load(told, store, resolve) == LoadSummary(version=first.version, counts=first.counts)
    assert dict(first.counts) == dict(first.added)
    assert everything(store) == there


def test_only_what_differs_is_written(told: Archive, store: Store) -> None:
    load(told, store, resolve)
    changed = (*story.OF_FIRST[:2], entity(story.REPORT, "report", "the Hollin House report", "HH"),
               *story.OF_FIRST[3:])  # fmt: skip
    told.put_records(story.sha(story.TEXT), "other", changed)
    summary = load(told, store, resolve)
    assert (dict(summary.added), dict(summary.changed), dict(summary.removed)) == (
        {}, {"Report": 1}, {},
    )  # fmt: skip


def test_what_the_archive_no_longer_says_is_removed(told: Archive, store: Store) -> None:
    load(told, store, resolve)
    told.put_records(story.sha(story.LATER), "other", ())
    summary = load(told, store, resolve)
    assert dict(summary.removed) == {
        "Document": 1, "ISSUED_BY": 1, "MENTIONS": 2, "Organisation": 1, "PART_OF_TEXT": 2,
        "Passage": 2,
    }  # fmt: skip
    alone = everything(store)
    load(told, store, resolve, rebuild=True)
    assert everything(store) == alone


def test_a_load_that_broke_off_is_finished_by_the_next(told: Archive, store: Store) -> None:
    load(told, store, resolve)
    whole = everything(store)
    load(told, store, resolve)

    class Broken(Exception):
        pass

    def break_off(what: str, _done: int, _total: int) -> None:
        if what == "documents":
            raise Broken

    remove(told, store)
    with pytest.raises(Broken):
        load(told, store, resolve, progress=break_off)
    store.delete_edges("MADE_BY", [edge.id for edge in desired(told, resolve).edges])
    load(told, store, resolve)
    assert everything(store) == whole


def test_a_thing_whose_kind_has_changed_is_replaced(told: Archive, store: Store) -> None:
    load(told, store, resolve)
    changed = (*story.OF_SECOND[:2], entity(story.TRUST, "place", "Wexcombe"), *story.OF_SECOND[3:])
    told.put_records(story.sha(story.LATER), "other", changed)
    summary = load(told, store, resolve)
    assert summary.added["Place"] == 1
    after = everything(store)
    load(told, store, resolve, rebuild=True)
    assert everything(store) == after


def test_other_peoples_data_is_refused_and_left_alone(told: Archive, store: Store) -> None:
    stranger = NodeRow(label="Person", id="stranger", properties={"name": "Someone Else"})
    store.put_nodes([stranger])
    with pytest.raises(UsageError, match="1 nodes that are not of this archive"):
        load(told, store, resolve)
    load(told, store, resolve, beside_others=True)
    load(told, store, resolve, rebuild=True)
    remove(told, store)
    assert store.read("MATCH (n) WHERE n.id IS NOT NULL RETURN n.id").rows == (("stranger",),)


def test_the_version_is_of_the_content_alone(told: Archive, store: Store) -> None:
    version = load(told, store, resolve).version
    assert load(told, store, resolve, rebuild=True).version == version
    assert load(told, store, lambda _: {}).version != version


def test_progress_is_told_up_to_the_total(told: Archive, embedded_store: Store) -> None:
    seen: list[tuple[str, int, int]] = []
    load(told, embedded_store, resolve, progress=lambda *step: seen.append(step))
    assert seen == [("things", 4, 4), ("documents", 2, 2)]


def test_a_link_with_the_same_id_and_other_ends_replaces_the_old(
    told: Archive, embedded_store: Store
) -> None:
    load(told, embedded_store, resolve)
    whole = everything(embedded_store)
    embedded_store.delete_edges("MADE_BY", [e.id for e in desired(told, resolve).edges])
    (made, *_) = (e for e in desired(told, resolve).edges if e.type == "MADE_BY")
    wrong = EdgeRow(
        type="MADE_BY", id=made.id, source=("Statement", story.NESTED.id),
        target=("Person", story.NORA), properties={"archive": told.id, "digest": "old"},
    )  # fmt: skip
    embedded_store.put_edges([wrong])
    state = NodeRow(label="GraphState", id=told.id, properties={"version": "", "archive": told.id})
    embedded_store.put_nodes([state])
    load(told, embedded_store, resolve)
    rebuilt = everything(embedded_store)
    assert rebuilt == whole


def test_an_archive_that_bears_the_stamp_of_the_last_load_is_not_read(
    told: Archive, embedded_store: Store
) -> None:
    def unread(_: object) -> list[Join]:
        raise AssertionError

    first = load(told, embedded_store, resolve, stamp="as it was")
    known = LoadSummary(version=first.version, counts=first.counts)
    assert load(told, embedded_store, unread, stamp="as it was") == known
    with pytest.raises(AssertionError):
        load(told, embedded_store, unread, stamp="another")
    with pytest.raises(AssertionError):
        load(told, embedded_store, unread)


def settled(archive: Archive) -> str:
    while (found := stamp(archive)) is None:
        time.sleep(0.02)
    return found


def test_a_graph_is_up_to_date_only_where_its_load_noted_the_stamp_of_now(
    told: Archive, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not up_to_date(told, embedded_store)
    load(told, embedded_store, resolve, stamp=settled(told))
    assert up_to_date(told, embedded_store)
    told.put_records(story.sha(story.TEXT), "key", story.OF_FIRST)
    assert not up_to_date(told, embedded_store)
    # Two moments at which something changed just now are not one state.
    load(told, embedded_store, resolve, stamp=None)
    monkeypatch.setattr(loader, "stamp_of_load", lambda _: None)
    assert not up_to_date(told, embedded_store)


def test_the_stamp_changes_with_whatever_a_load_reads(told: Archive) -> None:
    sha256 = story.sha(story.TEXT)
    stamps = [settled(told)]
    assert settled(told) == stamps[0]
    told.put_records(sha256, "key", story.OF_FIRST)
    stamps.append(settled(told))
    (told.root / "judgements.jsonl").write_bytes(b"")
    stamps.append(settled(told))
    told.root.joinpath("sources", sha256, "text.txt").write_text(story.TEXT, "utf-8")
    stamps.append(settled(told))
    told.root.joinpath("records", f"{story.sha(story.LATER)}.jsonl").unlink()
    stamps.append(settled(told))
    assert len(set(stamps)) == len(stamps)


def test_a_graph_that_lost_something_is_noticed_and_mended(
    told: Archive, embedded_store: Store
) -> None:
    first = load(told, embedded_store, resolve, stamp="as it was")
    whole = everything(embedded_store)
    embedded_store.delete_nodes("Passage", [story.SAID.parts[0].passage])
    mended = load(told, embedded_store, resolve, stamp="as it was")
    assert (mended.miscounted, mended.version) == (True, first.version)
    assert dict(mended.added) == {"Passage": 1, "PART_OF_TEXT": 1, "STATED_IN": 1}
    assert everything(embedded_store) == whole
    assert "everything was compared and mended" in "\n".join(mended.lines())


@pytest.mark.parametrize("harm", ["garbage", "a wrong unit", "gone"])
def test_a_manifest_that_is_lost_or_wrong_costs_time_and_nothing_else(
    told: Archive, embedded_store: Store, harm: str
) -> None:
    load(told, embedded_store, resolve)
    path = told.root / "cache" / "manifest.sqlite"
    if harm == "garbage":
        path.write_bytes(b"no database")
    elif harm == "gone":
        path.unlink()
    else:
        with closing(sqlite3.connect(path)) as kept:
            kept.execute("UPDATE units_1 SET given = x'00' WHERE key LIKE 'doc-%'")
            kept.commit()
    told.put_records(story.sha(story.LATER), "other", ())
    load(told, embedded_store, resolve)
    after = everything(embedded_store)
    load(told, embedded_store, resolve, rebuild=True)
    assert everything(embedded_store) == after
