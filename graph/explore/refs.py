"""Rows of the engine as references: a thing's id, kind and name."""

from collections.abc import Iterable, Mapping

from graph.batches import batched
from graph.errors import NotFound, UsageError
from graph.explore.asking import ask
from graph.explore.views import Ref
from graph.schema import NODES, SEARCHED
from graph.stores.store import Store

LABEL_OF_KIND = {node.kind: node.label for node in NODES if node.entity or node.label in SEARCHED}
_KIND_OF_LABEL = {node.label: node.kind for node in NODES}
_BATCH = 1000


def kind_of(labels: object) -> str:
    """Return the kind of a node with these labels, of which one is its own."""
    names = labels if isinstance(labels, list) else [labels]
    return next(_KIND_OF_LABEL[name] for name in names if name in _KIND_OF_LABEL)


def labels_of(kinds: tuple[str, ...]) -> list[str]:
    """Return the labels of these kinds; raise UsageError for one that does not exist."""
    for kind in kinds:
        if kind not in LABEL_OF_KIND:
            raise UsageError(
                "there is no such kind of thing",
                subject=kind,
                remedy=f"Name one of {', '.join(LABEL_OF_KIND)}",
            )
    return [LABEL_OF_KIND[kind] for kind in kinds]


def ref(row: Mapping[str, object]) -> Ref:
    """Return the reference of a row with `id`, `labels`, `name` and the two marks of anonymity."""
    return Ref(
        id=str(row["id"]),
        kind=kind_of(row["labels"]),
        name=str(row["name"]),
        anonymous=bool(row["anonymous"]),
        protected=bool(row["protected"]),
    )


def refs(rows: object) -> tuple[Ref, ...]:
    """Return the references of a collected column, each thing once, in order."""
    found = [ref(row) for row in rows] if isinstance(rows, list) else []
    return tuple({one.id: one for one in found}.values())


def refs_by_id(store: Store, ids: Iterable[str]) -> dict[str, Ref]:
    """Return the references of these ids, as far as the graph holds them."""
    batches = batched(sorted(set(ids)), _BATCH)
    rows = [row for batch in batches for row in ask(store, "things", ids=batch)]
    return {str(row["id"]): ref(row) for row in rows}


def no_such_thing(id_: str) -> NotFound:
    """Return the error for an id that the graph does not hold."""
    return NotFound(
        "the graph holds no such thing",
        subject=id_,
        remedy="Search for its name, or run `onrecord load` if documents were added",
    )


def text(value: object) -> str | None:
    """Return a value of the engine as text, null where it is null."""
    return None if value is None else str(value)


def texts(value: object) -> tuple[str, ...]:
    """Return a list of the engine as texts; empty where it is null."""
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def number(value: object) -> int:
    """Return a count of the engine; 0 where it is null."""
    return value if isinstance(value, int) else 0
