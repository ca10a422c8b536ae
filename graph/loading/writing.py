"""Writing units to a graph: what differs and nothing else, each link when its ends are there."""

from dataclasses import dataclass, field

from graph.loading.difference import Difference, Key, by_name
from graph.loading.rows import Rows
from graph.schema import ENTITY_LABELS, NODE_BY_LABEL
from graph.stores.store import EdgeRow, NodeRow, Store

# Rows kept until they are sent: many, so that the batches of rare kinds are not all small.
_MANY = 20_000
_EVERYWHERE = frozenset(ENTITY_LABELS.values())


@dataclass(slots=True, kw_only=True)
class Writer:
    """Sends rows to the store; `difference` null: everything is new."""

    store: Store
    difference: Difference | None
    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    late: list[EdgeRow] = field(default_factory=list)

    def clear(self) -> None:
        """Take out what should not be there, and links that are written anew.

        A link whose ends have changed would else stand twice, and a thing whose kind has changed
        be refused: ids are unique.
        """
        if self.difference is None:
            return
        labels = {key for key in self.difference.gone if key[0] in NODE_BY_LABEL}
        links = (self.difference.gone - labels) | self.difference.other
        for type_, ids in by_name(key for key in links if key[0] not in NODE_BY_LABEL).items():
            self.store.delete_edges(type_, ids)
        for label, ids in by_name(labels).items():
            self.store.delete_nodes(label, ids)

    def put(self, rows: Rows) -> None:
        """Take the rows of one unit, whose things come after all that their links lead to.

        Links to another document's words or statements wait until everything else is there.
        """
        own = {node.id for node in rows.nodes}
        self.nodes.extend(row for row in rows.nodes if self._is_due((row.label, row.id)))
        for row in rows.edges:
            if self._is_due((row.type, row.id)):
                ends = row.source, row.target
                ready = all(id_ in own or label in _EVERYWHERE for label, id_ in ends)
                (self.edges if ready else self.late).append(row)
        if len(self.nodes) + len(self.edges) >= _MANY:
            self.send()

    def send(self, *, last: bool = False) -> None:
        """Write what was taken; with `last` also what waited."""
        if last:
            self.edges += self.late
            self.late = []
        self.store.put_nodes(self.nodes)
        self.store.put_edges(self.edges)
        self.nodes, self.edges = [], []

    def _is_due(self, key: Key) -> bool:
        due = self.difference
        return due is None or key in due.new or key in due.other
