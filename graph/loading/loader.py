"""Bringing a graph to what the archive says: compare by digest, write what differs.

Declarative and idempotent: whatever a run that broke off has left, the next one ends at the same
graph. Everything written carries `archive`; nothing else is ever changed. The caller holds the
archive's lock.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from graph.archive import Archive
from graph.assembly import Problem, Resolve, assembly
from graph.errors import UsageError
from graph.loading.rows import Rows, graph_rows
from graph.loading.standing import (
    foreign,
    loaded_version,
    marked,
    note_version,
    standing_edges,
    standing_nodes,
    version,
    wanted,
)
from graph.schema import STATE
from graph.stores.store import EdgeRow, NodeRow, Store

Progress = Callable[[str, int, int], None]
"""Told what is written (`nodes`, `links`), how many are, and how many will be."""
_CHUNK = 5000
R = TypeVar("R", NodeRow, EdgeRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSummary:
    """What a load did, by label or relationship type, and what it could not store.

    `version` is the graph's version: a hash of everything in it.
    """

    version: str
    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether the graph stood as it should already."""
        return not (self.added or self.changed or self.removed)

    def lines(self) -> list[str]:
        """Return what the load did and what it could not store, a line each."""
        counts = (sum(each.values()) for each in (self.added, self.changed, self.removed))
        last = "Graph: {} added, {} changed, {} removed.".format(*counts)
        return [*(f"note: {problem.sentence()}" for problem in self.problems), last]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Difference:
    """Ids that are new, that say something else, and that should not be there, by name."""

    new: Mapping[str, set[str]]
    other: Mapping[str, set[str]]
    gone: Mapping[str, set[str]]

    @classmethod
    def between(
        cls, there: Mapping[str, Mapping[str, str]], want: Mapping[str, Mapping[str, str]]
    ) -> "_Difference":
        return cls(
            new={name: ids.keys() - there[name].keys() for name, ids in want.items()},
            other={
                name: {id_ for id_, digest in ids.items() if there[name].get(id_, digest) != digest}
                for name, ids in want.items()
            },
            gone={name: ids.keys() - want[name].keys() for name, ids in there.items()},
        )

    def to_write(self, name: str, id_: str) -> bool:
        return id_ in self.new[name] or id_ in self.other[name]


def desired(archive: Archive, resolve: Resolve) -> Rows:
    """Return the rows as they should stand for an archive, marked; problems of both steps."""
    made = assembly(archive, resolve)
    rows = marked(graph_rows(made), archive.id)
    problems = tuple(sorted({*made.problems, *rows.problems}))
    return Rows(nodes=rows.nodes, edges=rows.edges, problems=problems)


def load(
    archive: Archive,
    store: Store,
    resolve: Resolve,
    *,
    rebuild: bool = False,
    beside_others: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> LoadSummary:
    """Bring the graph up to date; return what was done.

    `rebuild`: first remove what is of this archive. `beside_others`: go on in a database that
    holds other data, which is refused with UsageError else.
    """
    rows = desired(archive, resolve)
    current = version(rows)
    known = loaded_version(store, archive.id)
    if known is None and not beside_others:
        _refuse_foreign(archive, store)
    if rebuild and known is not None:
        remove(archive, store)
    elif known == current:
        return LoadSummary(version=current, problems=rows.problems)
    note_version(store, archive.id, "")
    nodes, edges = _write(archive, store, rows, progress)
    note_version(store, archive.id, current)
    return LoadSummary(
        version=current,
        added=_counts(nodes.new, edges.new),
        changed=_counts(nodes.other, edges.other),
        removed=_counts(nodes.gone, edges.gone),
        problems=rows.problems,
    )


def remove(archive: Archive, store: Store) -> None:
    """Take everything of this archive out of the graph, and nothing else."""
    for type_, ids in standing_edges(store, archive.id).items():
        store.delete_edges(type_, ids)
    for label, ids in standing_nodes(store, archive.id).items():
        store.delete_nodes(label, ids)
    store.delete_nodes(STATE.label, [archive.id])


def _write(
    archive: Archive, store: Store, rows: Rows, progress: Progress
) -> tuple[_Difference, _Difference]:
    want = wanted(rows)
    nodes = _Difference.between(standing_nodes(store, archive.id), want.nodes)
    # A thing whose kind has changed must go before it comes back: ids are unique across kinds.
    coming = {id_ for ids in nodes.new.values() for id_ in ids}
    for label, ids in nodes.gone.items():
        store.delete_nodes(label, ids & coming)
    _put(store.put_nodes, [r for r in rows.nodes if nodes.to_write(r.label, r.id)],
         "nodes", progress)  # fmt: skip
    edges = _Difference.between(standing_edges(store, archive.id), want.edges)
    # A link whose ends have changed would else stand twice; its id is the same.
    for type_, ids in edges.other.items():
        store.delete_edges(type_, ids)
    _put(store.put_edges, [r for r in rows.edges if edges.to_write(r.type, r.id)],
         "links", progress)  # fmt: skip
    for type_, ids in edges.gone.items():
        store.delete_edges(type_, ids)
    for label, ids in nodes.gone.items():
        store.delete_nodes(label, ids - coming)
    return nodes, edges


def _put(
    put: Callable[[Iterable[R]], None], rows: Sequence[R], what: str, progress: Progress
) -> None:
    done = 0
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        put(chunk)
        done += len(chunk)
        progress(what, done, len(rows))


def _refuse_foreign(archive: Archive, store: Store) -> None:
    if others := foreign(store, archive.id):
        raise UsageError(
            f"the graph database holds {others} nodes that are not of this archive",
            subject=str(archive.root),
            remedy="Name an empty database, or say that this archive may be loaded beside them",
        )


def _counts(*kinds: Mapping[str, set[str]]) -> dict[str, int]:
    return {name: len(ids) for kind in kinds for name, ids in sorted(kind.items()) if ids}
