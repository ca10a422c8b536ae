"""How much a graph holds, as the loader noted it: to count everything anew takes seconds."""

from collections import Counter

from graph.errors import UsageError
from graph.explore.asking import ask
from graph.explore.refs import number
from graph.stores.store import Store


def counts(store: Store) -> dict[str, int]:
    """Return how many nodes of each label and links of each type the graph holds.

    Where a load is under way, or no load has noted its counts, the graph is counted.
    """
    states = ask(store, "counts")
    if not states or not all(row["version"] and row["counted"] for row in states):
        return _counted(store)
    held: Counter[str] = Counter()
    for row in states:
        names, amounts = row["counted"], row["counts"]
        if isinstance(names, list) and isinstance(amounts, list):
            held.update(dict(zip(map(str, names), map(number, amounts), strict=True)))
    return dict(held)


def _counted(store: Store) -> dict[str, int]:
    labels = {str(row["label"]): number(row["count"]) for row in ask(store, "count_labels")}
    return labels | {str(row["type"]): number(row["count"]) for row in ask(store, "count_links")}


def check_stretch(limit: int, offset: int) -> None:
    """Raise UsageError where a list cannot begin and end so."""
    if limit < 1 or offset < 0:
        raise UsageError(
            "a list begins at 0 or later and has at least one row",
            subject=f"limit {limit}, offset {offset}",
            remedy="Give a limit from 1 and an offset from 0",
        )
