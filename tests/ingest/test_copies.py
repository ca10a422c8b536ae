"""Copies in an archive: the earliest of near-identical documents is their origin."""

import hashlib
from pathlib import Path

from graph.archive import Archive, Source
from graph.assembly import assemble
from graph.model import Document, PartialDate
from ingest.resolution import resolver
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
