import hashlib

import pytest

from graph.archive import Archive, Source
from graph.explore.search import search
from graph.ids import document_id
from graph.search.finding import WEIGHED
from graph.search.updating import update
from graph.stores.store import NodeRow, Store

TEXTS = {
    f"{name}.txt": "\n\n".join(f"{name} {number}: a fire at the quay" for number in range(many))
    for name, many in (("first", 1300), ("second", 1300), ("third", 1300), ("fire", 7))
}


@pytest.fixture
def many(archive: Archive, embedded_store: Store) -> Archive:
    """Four documents, with more paragraphs of a fire than are put in order."""
    for name, text in TEXTS.items():
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        archive.add(text.encode(), text, Source(sha256=sha256, name=name, media_type="text/plain",
                                                reader="plain", retrieved="2025"))  # fmt: skip
        properties = {"name": name, "file": name, "sha256": sha256, "digest": sha256[:16]}
        document = NodeRow(label="Document", id=document_id(sha256), properties=properties)
        embedded_store.put_nodes([document])
    update(archive, embedded_store)
    return archive


@pytest.mark.parametrize("words", ["fire", "fir", '"fire at"', "fire quay"])
def test_where_more_match_than_are_put_in_order_all_are_counted_exactly(
    many: Archive, embedded_store: Store, words: str
) -> None:
    hits = search(embedded_store, many, words)
    assert (hits.counts, hits.weighed) == ({"document": 4}, WEIGHED)
    places = {hit.name: (hit.places, len(hit.passages)) for hit in hits.results}
    # Of the last document nothing was put in order, unless its name was found.
    assert len(places) >= 3
    assert places == {
        name: (text.count("fire at"), 3) for name, text in TEXTS.items() if name in places
    }


def test_a_document_found_by_name_behind_those_put_in_order_shows_its_places(
    many: Archive, embedded_store: Store
) -> None:
    for name, text in TEXTS.items():
        [found] = [
            hit
            for hit in search(embedded_store, many, f"{name.removesuffix('.txt')}").results
            if hit.name == name
        ]
        assert (found.places, len(found.passages)) == (text.count("fire at"), 3)


def test_what_fits_is_put_in_order_whole_and_said_so(many: Archive, embedded_store: Store) -> None:
    hits = search(embedded_store, many, "second fire")
    assert (hits.counts, hits.weighed, hits.results[0].places) == ({"document": 1}, None, 1300)
