from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from graph.archive import Archive, Source
from graph.archive.removals import Removal
from graph.check import check
from graph.loading import load
from graph.model import PartialDate
from graph.search.updating import update
from graph.stores.store import Store
from tests.graph import story
from tests.graph.story import link, mention, resolve, span


@pytest.fixture
def told(archive: Archive) -> Archive:
    return story.tell(archive)


def subjects(archive: Archive, store: Store | None = None) -> list[str]:
    return [problem.subject for problem in check(archive, store, resolve)]


def source(archive: Archive) -> Path:
    return archive.root / "sources" / story.sha(story.TEXT)


def test_a_sound_archive_and_its_graph_have_no_problems(told: Archive, store: Store) -> None:
    assert check(told, None, resolve) == []
    load(told, store, resolve)
    update(told, store)
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


def test_a_source_whose_description_is_damaged_is_named_and_the_others_are_verified(
    told: Archive,
) -> None:
    (source(told) / "source.toml").write_text("nonsense")
    (told.root / "sources" / story.sha(story.LATER) / "original").write_text("other")
    found = subjects(told)
    assert {f"sources/{story.sha(story.TEXT)}", f"sources/{story.sha(story.LATER)}/original"} <= {
        *found
    }


def test_a_text_that_is_lacking_is_named(told: Archive) -> None:
    (source(told) / "text.txt").unlink()
    assert f"sources/{story.sha(story.TEXT)}" in subjects(told)


def test_a_description_of_another_source_is_named(told: Archive) -> None:
    other = told.root / "sources" / story.sha(story.LATER) / "source.toml"
    (source(told) / "source.toml").write_bytes(other.read_bytes())
    assert f"sources/{story.sha(story.TEXT)}/source.toml" in subjects(told)


@pytest.mark.parametrize(
    "change",
    [{"publisher": "Else"}, {"published": PartialDate.parse("2026-02")}, {"title": None}],
)
def test_a_description_that_was_changed_since_is_named(
    told: Archive, change: dict[str, Any]
) -> None:
    path = source(told) / "source.toml"
    known = Source.from_toml(path.read_bytes(), where="source.toml")
    path.write_bytes(replace(known, **change).to_toml())
    (problem,) = check(told, None, resolve)
    assert problem.subject == f"sources/{story.sha(story.TEXT)}/source.toml"
    assert f"its {next(iter(change))} was changed since" in problem.happened


def test_a_description_that_names_whom_the_record_masks_is_no_change(archive: Archive) -> None:
    shown = story.document(story.FIRST, title="▇▇▇▇ Tamsin answers")
    story.told(archive, story.FIRST, (shown, *story.OF_FIRST[1:]))
    path = source(archive) / "source.toml"
    known = Source.from_toml(path.read_bytes(), where="source.toml")
    path.write_bytes(replace(known, title="Nora Tamsin answers").to_toml())
    assert check(archive, None, resolve) == []


def test_records_without_source_and_a_source_without_records_are_named(told: Archive) -> None:
    records = told.root / "records"
    (records / f"{story.sha(story.LATER)}.jsonl").rename(records / f"{'0' * 64}.jsonl")
    assert subjects(told) == [f"records/{'0' * 64}.jsonl", f"sources/{story.sha(story.LATER)}"]


def test_files_that_nothing_explains_are_named(told: Archive, tmp_path: Path) -> None:
    (told.root / "notes.txt").write_text("to do")
    (source(told) / "notes.txt").write_text("to do")
    (told.root / "outside").symlink_to(tmp_path)
    (told.root / ".hidden").write_text("mine")
    (told.root / "records" / f".{'0' * 64}.jsonl.99.partial").write_text("half")
    assert subjects(told) == [
        "notes.txt", "outside", f"sources/{story.sha(story.TEXT)}/notes.txt",
    ]  # fmt: skip


def removal(told: Archive, **other: str) -> Removal:
    facts = {"archive": told.id, "document": story.SECOND, "sha256": story.sha(story.LATER),
             **other}  # fmt: skip
    return Removal(kind="removal", at="2026-03-04T09:30:00+00:00", by="Ines", why="", **facts)


def test_a_removed_source_that_is_still_there_is_named(told: Archive) -> None:
    data = msgspec.json.encode(removal(told)) + b"\n"
    (told.root / "removals.jsonl").write_bytes(data)
    (problem,) = check(told, None, resolve)
    assert problem.subject == story.SECOND
    assert problem.happened == (
        "it was removed on 2026-03-04 by Ines, and no reason was given, and it is still here"
    )


def test_a_removal_that_is_not_finished_or_of_another_archive_is_named(told: Archive) -> None:
    (told.root / ".removal").write_bytes(msgspec.json.encode(removal(told)) + b"\n")
    other = removal(told, archive="another", document="doc-1", sha256="1" * 64)
    (told.root / "removals.jsonl").write_bytes(msgspec.json.encode(other) + b"\n")
    assert subjects(told) == [".removal", "removals.jsonl"]


def test_an_attachment_without_its_message_is_named_unless_that_was_removed(told: Archive) -> None:
    known = replace(told.source(story.FIRST), attached_to="1" * 64)
    told.describe(known)
    (problem,) = check(told, None, resolve)
    assert problem.happened.startswith("it came with a message that is not in the archive")
    line = removal(told, document=f"doc-{'1' * 16}", sha256="1" * 64)
    (told.root / "removals.jsonl").write_bytes(msgspec.json.encode(line) + b"\n")
    assert subjects(told) == []


def test_judgements_that_cannot_be_read_are_named(told: Archive) -> None:
    (told.root / "judgements.jsonl").write_text("nonsense\n")
    assert subjects(told) == ["judgements.jsonl, line 1"]


def test_what_was_changed_by_hand_under_an_unchanged_digest_is_named(
    told: Archive, store: Store
) -> None:
    load(told, store, resolve)
    write(store, "MATCH (n:Person {id: $id}) SET n.name = 'Nora Tansy'", id=story.NORA)
    write(store, "MATCH ()-[r:RESPONDED_TO {id: $id}]->() SET r.review = 'accepted'",
          id=story.ANSWERED.id)  # fmt: skip
    write(store, "MATCH (n:Report {id: $id}) REMOVE n.archive", id=story.REPORT)
    found = {problem.subject: problem for problem in check(told, store, resolve)}
    assert found[story.NORA].sentence() == (
        f"{story.NORA}: Person is different in the graph (name). Run `onrecord load --rebuild`."
    )
    assert "(review)" in found[story.ANSWERED.id].happened
    assert found[story.REPORT].happened == "Report is missing from the graph"


def test_what_does_not_carry_the_archives_id_is_named(told: Archive, embedded_store: Store) -> None:
    load(told, embedded_store, resolve)
    update(told, embedded_store)
    write(embedded_store, "CREATE (n:Place {id: $id})", id="place-stray")
    write(embedded_store, "MATCH (n:Person {id: $id}), (m:Report) CREATE (n)-[:RESPONDED_TO]->(m)",
          id=story.NORA)  # fmt: skip
    assert [problem.happened for problem in check(told, embedded_store, resolve)] == [
        "there are links on things of this archive without its id (1)",
        "there are nodes without this archive's id (1)",
    ]


def write(store: Store, cypher: str, **parameters: str) -> None:
    drivers = store._connection.drivers()  # type: ignore[attr-defined]
    drivers.writer.execute_query(cypher, parameters, database_=drivers.database)


def test_a_graph_that_differs_is_named(told: Archive, embedded_store: Store) -> None:
    assert "graph" in subjects(told, embedded_store)
    load(told, embedded_store, resolve)
    embedded_store.delete_nodes("Report", [story.REPORT])
    found = subjects(told, embedded_store)
    assert {story.REPORT, story.ANSWERED.id, story.ABOUT.id} <= set(found)
