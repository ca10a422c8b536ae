"""What the index asks of the graph."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from graph.batches import batched
from graph.questions import Question, questions_in
from graph.questions.catalogue import answer
from graph.stores.store import Store

Row = dict[str, object]
Digests = dict[str, tuple[object, object]]
"""Labels and digest by id."""
_EVERYTHING = 100_000_000
_BATCH = 200


@cache
def _files() -> dict[str, Question]:
    return {question.name: question for question in questions_in(Path(__file__).parent / "cypher")}


def digests(store: Store, archive: str, near: Iterable[str] | None = None) -> Digests:
    """Return labels and digest by id of everything of an archive that can be found.

    `near`: of these ids alone, as far as they can be found.
    """
    if near is None:
        table = answer(store, _files()["digests"], {"archive": archive}, limit=_EVERYTHING)
        return {str(id_): (labels, digest) for id_, labels, digest in table.rows}
    found: Digests = {}
    for ids in batched(sorted(near), _BATCH):
        rows = things(store, ids)
        found |= {str(row["id"]): (row["labels"], row["digest"]) for row in rows}
    return found


def things(store: Store, ids: Sequence[str]) -> list[Row]:
    """Return the things with these ids, as far as the graph holds them."""
    return answer(store, _files()["things"], {"ids": ids}, limit=len(ids)).dicts()
