"""The question about copies, on three invented documents of which two are one text."""

import pytest

from graph.questions import find_question, run_question
from graph.stores.store import NodeRow, Store

_RELEASE = ("doc-a", "Harbour plan published", "Wexcombe Council", "2025-03-01")
_COPY = ("doc-b", "Council plans new harbour", "Wexcombe Gazette", "2025-03-02")
_OTHER = ("doc-c", "Lifeboat launched twice", "Wexcombe Gazette", "2025-03-02")
_ROW = (
    "Harbour plan published", "2025-03-01", 1, ["Council plans new harbour"], ["Wexcombe Gazette"],
)  # fmt: skip


def _document(known: tuple[str, str, str, str], origin: str | None) -> NodeRow:
    id_, name, publisher, published = known
    properties = {"name": name, "publisher": publisher, "published": published, "origin": origin}
    return NodeRow(label="Document", id=id_, properties=properties)


@pytest.mark.parametrize(
    ("document", "rows"),
    [
        ("", (_ROW,)),
        ("harbour plan published", (_ROW,)),
        ("Council plans new harbour", (_ROW,)),
        ("Lifeboat launched twice", ()),
    ],
)
def test_copies_are_told_with_the_document_they_were_first(
    store: Store, document: str, rows: tuple[object, ...]
) -> None:
    store.put_nodes(
        [_document(_RELEASE, "doc-a"), _document(_COPY, "doc-a"), _document(_OTHER, None)]
    )
    table = run_question(store, find_question("one_origin"), {"document": document})
    assert table.rows == rows
