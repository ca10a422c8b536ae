"""The sample's made documents say what their source texts say, so that neither drifts."""

import tomllib

import pytest

from ingest.readers import read
from tests.sample.make_documents import FOLDER, MADE, make, source_of


@pytest.mark.parametrize("name", MADE)
def test_a_made_document_holds_the_words_of_its_source(name: str) -> None:
    _, text, _ = read((FOLDER / name).read_bytes(), name)
    assert text.text.split() == source_of(name).split()


@pytest.mark.parametrize("name", MADE)
def test_making_a_document_again_gives_the_bytes_that_are_there(name: str) -> None:
    assert make(name) == (FOLDER / name).read_bytes()


def test_the_sample_names_exactly_the_documents_it_holds() -> None:
    named = tomllib.loads((FOLDER.parent / "sample.toml").read_text("utf-8"))["document"]
    held = {f"documents/{path.name}" for path in FOLDER.iterdir()}
    assert {document["file"] for document in named} == held
    assert len(held) >= 14
