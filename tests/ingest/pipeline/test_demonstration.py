from pathlib import Path

import pytest

from ingest.pipeline import demonstration
from ingest.pipeline.demonstration import sample_folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of sample documents in place of those that ship."""
    folder = tmp_path / "sample"
    (folder / "documents").mkdir(parents=True)
    (folder / "sample.toml").write_text('title = "A"\n')
    (folder / "documents" / "letter.txt").write_text("Harbour House")
    monkeypatch.setattr(demonstration, "_FOLDER", folder)
    return folder


def test_the_same_documents_have_the_same_folder(documents: Path) -> None:
    assert documents.exists()
    assert sample_folder() == sample_folder()


@pytest.mark.parametrize("name", ["sample.toml", "documents/letter.txt", "documents/new.txt"])
def test_other_documents_have_a_folder_of_their_own(documents: Path, name: str) -> None:
    before = sample_folder()
    (documents / name).write_text("Another")
    assert sample_folder().parent == before.parent
    assert sample_folder() != before
