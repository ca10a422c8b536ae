"""The graph that measures are taken of: who and what are joined, by a link or by a statement.

People, organisations, reports and operations. A case is never a go-between, nobody protected is in
it, and two names in one document are not joined by that.
"""

from dataclasses import dataclass

import networkx as nx

from graph.explore.asking import Row, ask, ask_some
from graph.explore.refs import ref
from graph.explore.views import Ref
from graph.stores.store import Store

MOST_THINGS = 50_000
MOST_LINKS = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A simple graph keyed by id. An edge holds the ids of its `links` and of its `statements`.

    `accepted` on an edge: a person has accepted at least one of them. `alone` counts the things
    that nothing joins. `limit` and `truncated`: more things or links exist than were read.
    """

    graph: "nx.Graph[str]"
    things: dict[str, Ref]
    alone: int
    accepted_only: bool
    truncated: bool


def joined(store: Store, *, accepted_only: bool = False) -> Joined:
    """Return the graph of the whole archive, with what a machine proposed or without."""
    found, cut = ask_some(store, "joined_things", limit=MOST_THINGS)
    things = {str(row["id"]): ref(row) for row in found}
    rows, more = _links(store)
    graph: nx.Graph[str] = nx.Graph()
    # In the order of ids, so that the same archive always gives the same measures.
    kept = [row for row in rows if _joins(row, things, accepted_only=accepted_only)]
    graph.add_nodes_from(sorted({str(row[end]) for row in kept for end in ("source", "target")}))
    for row in kept:
        _join(graph, row)
    return Joined(
        graph=graph, things=things, alone=len(things) - len(graph), accepted_only=accepted_only,
        truncated=cut or more,
    )  # fmt: skip


def _links(store: Store) -> tuple[list[Row], bool]:
    """Return what joins, in the order of its ends and ids, and whether there is more."""
    groups = ask(store, "joining_links_grouped", most=MOST_LINKS + 1)
    rows: list[Row] = [
        {"id": id_, "source": row["source"], "target": target, "statement": statement,
         "accepted": accepted}
        for row in groups
        if isinstance(row["links"], list)
        for id_, target, statement, accepted in row["links"]
    ]  # fmt: skip
    if len(rows) > MOST_LINKS:
        # Which of them came first is chance: where some are left out, they are read in order.
        return ask_some(store, "joining_links", limit=MOST_LINKS)
    return sorted(
        rows, key=lambda row: (str(row["source"]), str(row["target"]), str(row["id"]))
    ), False


def _joins(row: Row, things: dict[str, Ref], *, accepted_only: bool) -> bool:
    ends = {str(row["source"]), str(row["target"])}
    return len(ends) == 2 and ends <= things.keys() and (bool(row["accepted"]) or not accepted_only)


def _join(graph: "nx.Graph[str]", row: Row) -> None:
    a, b = sorted((str(row["source"]), str(row["target"])))
    if not graph.has_edge(a, b):
        graph.add_edge(a, b, links=(), statements=(), accepted=False)
    known = graph.edges[a, b]
    known["accepted"] = known["accepted"] or bool(row["accepted"])
    if row["statement"] is None:
        known["links"] = tuple(sorted((*known["links"], str(row["id"]))))
    elif str(row["statement"]) not in known["statements"]:
        known["statements"] = tuple(sorted((*known["statements"], str(row["statement"]))))
