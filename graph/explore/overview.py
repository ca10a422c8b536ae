"""The overview: counts by kind and the newest documents."""

from graph.explore.asking import ask
from graph.explore.counts import counts
from graph.explore.documents import newest
from graph.explore.refs import LABEL_OF_KIND, number
from graph.explore.views import Overview
from graph.schema import EDGES
from graph.stores.store import Store

_RECENT = 6
# These join a thing to its own words or its reporter; every other relationship tells something.
_NO_LINKS = frozenset(
    {"STATED_IN", "PART_OF_TEXT", "MENTIONS", "ISSUED_BY", "REPORTED_BY", "ON", "BETWEEN"}
)
_LINKS = frozenset(edge.name for edge in EDGES) - _NO_LINKS


def overview(store: Store) -> Overview:
    """Return counts by kind, what a person has accepted, and the newest documents.

    What is rejected is not counted, nor are the links of a rejected statement.
    """
    held = counts(store)
    reviews = _counted(store, "count_reviews", "review")
    people = _counted(store, "count_people", "unnamed")
    return Overview(
        counts={kind: held.get(label, 0) for kind, label in LABEL_OF_KIND.items()}
        | {"statement": sum(reviews.values()) - reviews.get("rejected", 0)},
        statements_accepted=reviews.get("accepted", 0),
        statements_proposed=reviews.get("proposed", 0),
        links=sum(held.get(type_, 0) for type_ in _LINKS) - _rejected_links(store),
        people_named=people.get("False", 0),
        people_unnamed=people.get("True", 0),
        recent=newest(store, limit=_RECENT),
        graph_version=graph_version(store),
    )


def graph_version(store: Store) -> str:
    """Return the version of what the graph was last brought to; empty while that is unfinished.

    Several archives in one server give several versions, joined by a plus sign.
    """
    return "+".join(str(row["version"]) for row in ask(store, "version"))


def _rejected_links(store: Store) -> int:
    return sum(number(row["count"]) for row in ask(store, "count_rejected_links"))


def _counted(store: Store, name: str, by: str) -> dict[str, int]:
    return {str(row[by]): number(row["count"]) for row in ask(store, name)}
