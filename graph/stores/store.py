"""What the rest of the program may ask of a graph store; the engines differ behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from graph.errors import UsageError

Parameters = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer: `columns` names, `rows` of plain values (text, numbers, lists, dicts, null).

    Nodes and relationships come as dicts of their properties with `labels` or `type`; dates as ISO
    text. `truncated`: more rows existed than the `limit` asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False
    limit: int | None = None

    def dicts(self) -> list[dict[str, object]]:
        """Return the rows as dicts keyed by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """A node as it should stand: its label in the schema, id and properties."""

    label: str
    id: str
    properties: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """A relationship as it should stand: type, own id, ends (label and id), properties."""

    type: str
    id: str
    source: tuple[str, str]
    target: tuple[str, str]
    properties: Mapping[str, object]


class QueryRefused(UsageError):
    """Ad-hoc Cypher that is wrong, writes, or runs too long. `position` is (line, column) or null.

    Lines and columns count from 1. `repair` may stand in place of the word at the position.
    """

    def __init__(
        self,
        happened: str,
        *,
        position: tuple[int, int] | None = None,
        remedy: str = "",
        repair: str = "",
    ) -> None:
        place = f", line {position[0]}, column {position[1]}" if position else ""
        super().__init__(happened, subject=f"the query{place}", remedy=remedy)
        self.position = position
        self.repair = repair if position else ""


class Store(Protocol):
    """A graph database with our schema. Methods raise OnRecordError with a remedy."""

    engine: str

    def bootstrap(self) -> None:
        """Create constraints and indexes of the schema; idempotent."""

    def read(self, cypher: str, parameters: Parameters = ..., *, limit: int | None = None) -> Table:
        """Run one of our own reading queries; keep at most `limit` rows."""

    def ask(self, cypher: str, parameters: Parameters, *, limit: int, seconds: float) -> Table:
        """Run a stranger's Cypher, read-only and bounded; raise QueryRefused."""

    def put_nodes(self, rows: Iterable[NodeRow]) -> None:
        """Create or replace nodes by id, in batches; properties not named in a row are removed."""

    def put_edges(self, rows: Iterable[EdgeRow]) -> None:
        """Create or replace relationships by id, in batches; both ends must exist."""

    def delete_nodes(self, label: str, ids: Iterable[str]) -> None:
        """Delete these nodes with their relationships."""

    def delete_edges(self, type_: str, ids: Iterable[str]) -> None:
        """Delete these relationships."""

    def close(self) -> None:
        """Let go of the connection (and of the engine, if this store started it)."""
