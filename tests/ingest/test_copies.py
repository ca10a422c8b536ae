"""Copies in an archive: the earliest of near-identical documents is their origin."""

import hashlib
import shutil
from pathlib import Path

from graph.archive import Archive, Source
from graph.assembly import assemble
from graph.model import Document, Entity, Mention, PartialDate, Record, Span
from ingest.resolution import resolve, resolver
from tests.bench.invented import article


def _add(archive: Archive, text: str, published: str | None) -> str:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = Source(
        sha256=sha256, name="any.txt", media_type="text/plain", reader="plain", retrieved="2025",
        published=PartialDate.parse(published) if published else None,
    )  # fmt: skip
    id_ = archive.add(text.encode(), text, source)
    document = Document(
        id=id_, sha256=sha256, name="any.txt", media_type="text/plain", characters=len(text),
        title=None, url=None, publisher=None, published=source.published, licence=None,
    )  # fmt: skip
    archive.put_records(sha256, "key", [document])
    return id_


def test_the_document_published_first_is_the_origin_of_its_copies(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive", title="Copies")
    story = article(1)
    undated = _add(archive, "No date here\n\n" + story, None)
    later = _add(archive, "Another headline\n\n" + story, "2025-03-04")
    first = _add(archive, story, "2025-03-01")
    alone = _add(archive, article(2), "2025-01-01")
    found = {
        record.id: record.origin
        for record in assemble(archive, resolver(archive))
        if isinstance(record, Document)
    }
    assert found == {first: first, later: first, undated: first, alone: None}


def test_people_of_one_full_name_in_copies_of_one_text_are_one_and_elsewhere_are_not() -> None:
    records: list[Record] = []
    for document, person, name in (
        ("doc-a", "person-2", "Priya Lodge"),
        ("doc-b", "person-1", "Priya Lodge"),
        ("doc-b", "person-3", "Lodge"),
        ("doc-c", "person-4", "Priya Lodge"),
    ):
        span = Span(document=document, start=0, end=len(name), quote=name)
        records.append(Entity(id=person, type="person", name=name))
        records.append(Mention(id=f"mn-{person}", entity=person, span=span, level="name"))
    assert resolve(records) == {}
    assert resolve(records, {"doc-a": "doc-a", "doc-b": "doc-a"}) == {"person-2": "person-1"}


def test_what_is_kept_of_the_texts_changes_no_answer_and_may_be_lost(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path / "archive", title="Copies")
    first = _add(archive, article(1), "2025-03-01")
    _add(archive, article(2), "2025-01-01")

    def origins_now() -> dict[str, str]:
        records = assemble(archive, resolver(archive))
        return {r.id: r.origin for r in records if isinstance(r, Document) and r.origin}

    assert origins_now() == {}
    later = _add(archive, "A headline\n\n" + article(1), "2025-03-04")
    assert origins_now() == {first: first, later: first}
    kept = sorted((archive.root / "cache").iterdir())
    for path in kept:
        path.write_bytes(b"not a database")
    assert origins_now() == origins_now() == {first: first, later: first}
    assert sorted((archive.root / "cache").iterdir()) == kept
    shutil.rmtree(archive.root / "cache")
    (archive.root / "cache").write_bytes(b"in the way")
    assert origins_now() == {first: first, later: first}
